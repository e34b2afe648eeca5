"""Computes transposed convolutions with PyTorch, one after the other, for `ConvGen.Bench --accuracy`.

Writes PyTorch's version on a line. Then, for each line of JSON on standard input and the float32 elements of x, w and b after it:
`ok` on a line and the elements of the output, or what PyTorch objects to.
"""

import json
import math
import sys

try:
    import numpy
    import torch
except ImportError:
    sys.exit(1)

FORMS = {
    3: torch.nn.functional.conv_transpose1d,
    4: torch.nn.functional.conv_transpose2d,
    5: torch.nn.functional.conv_transpose3d,
}


def read(shape):
    elements = bytearray(sys.stdin.buffer.read(4 * math.prod(shape)))
    return torch.from_numpy(numpy.frombuffer(elements, dtype="<f4").reshape(shape))


def write(line, elements=b""):
    sys.stdout.buffer.write(line.encode() + b"\n" + elements)
    sys.stdout.buffer.flush()


write(torch.__version__)
for line in sys.stdin.buffer:
    layer = json.loads(line)
    x, w = read(layer["x"]), read(layer["w"])
    b = read([layer["b"]]) if layer["b"] else None
    torch.set_num_threads(layer["threads"])
    try:
        with torch.no_grad():
            y = FORMS[x.dim()](
                x,
                w,
                b,
                stride=layer["stride"],
                padding=layer["padding"],
                output_padding=layer["output_padding"],
                groups=layer["groups"],
                dilation=layer["dilation"],
            )
    except RuntimeError as error:
        write(str(error).replace("\n", " "))
        continue
    write("ok", y.contiguous().numpy().tobytes())
