using System;
using Spectre.Console;

namespace SparseDnn.Samples.GraphChallenge;

/// <summary>Shows how far a computation is: a bar on a terminal, a few plain lines where output is redirected.</summary>
internal static class Progress
{
    private const int PlainSteps = 5;

    /// <summary>Runs work that reports how many of its items are finished.</summary>
    /// <param name="title">What is going on.</param>
    /// <param name="total">Number of items.</param>
    /// <param name="work">The work; it may report from any thread, in ascending numbers.</param>
    public static void Show(string title, int total, Action<IProgress<int>> work)
    {
        if (Console.IsOutputRedirected)
            work(new Lines(title, total));
        else
            AnsiConsole
                .Progress()
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .Start(context => work(new Bar(context.AddTask(title, maxValue: total))));
    }

    private sealed class Bar(ProgressTask task) : IProgress<int>
    {
        public void Report(int value) => task.Value = value;
    }

    private sealed class Lines(string title, int total) : IProgress<int>
    {
        private int _step;

        public void Report(int value)
        {
            var step = (int)((long)value * PlainSteps / total);
            if (step == _step)
                return;
            _step = step;
            Console.WriteLine(FormattableString.Invariant($"{title}: {step * 100 / PlainSteps} %"));
        }
    }
}
