"""Writes the .npy files beside it: the matrix of NpyFormatTests in every type, order, endianness and version."""
import numpy

def save(name, array, version=(1, 0)):
    with open(name + ".npy", "wb") as file:
        numpy.lib.format.write_array(file, array, version=version)

reals = [[1.5, 0], [0, -2], [0.25, 3]]
integers = [[1, 0], [0, -2], [127, 3]]
naturals = [[1, 0], [0, 2], [255, 3]]
values = {"f2": reals, "f4": reals, "f8": reals, "i1": integers, "i2": integers, "i4": integers, "u1": naturals}
for kind, rows in values.items():
    save(kind + "-little-c", numpy.array(rows, dtype="<" + kind))
    save(kind + "-big-fortran", numpy.asfortranarray(numpy.array(rows, dtype=">" + kind)), (2, 0))
save("f4-version-3", numpy.array(reals, dtype="<f4"), (3, 0))
save("objects", numpy.array([[1, None]], dtype=object))
save("fields", numpy.zeros((1, 1), dtype=[("a", "<f4"), ("b", "<i4")]))
save("cube", numpy.zeros((2, 2, 2), dtype="<f4"))
save("words", numpy.zeros((1, 1), dtype="<u8"))
