"""Writes the files beside it, with NumPy 1.24 and PyTorch 1.13: python3 make.py"""
import json
import struct

import numpy as np
import torch
from torch import nn

torch.manual_seed(1)
DTYPES = {torch.float32: "F32", torch.float64: "F64", torch.float16: "F16", torch.bfloat16: "BF16", torch.int64: "I64", torch.bool: "BOOL"}


def save_file(tensors, path, metadata=None, align=8):
    """The safetensors format in a few lines."""
    header, data = ({"__metadata__": metadata} if metadata else {}), b""
    for name, tensor in tensors.items():
        begin = len(data)
        raw = tensor.detach().contiguous()
        raw = raw.view(torch.int16) if raw.dtype == torch.bfloat16 else raw
        data += raw.numpy().tobytes()
        header[name] = {"dtype": DTYPES[tensor.dtype], "shape": list(tensor.shape), "data_offsets": [begin, len(data)]}
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % align)
    while align == 1 and len(text) % 2 == 0:
        text += b" "
    open(path, "wb").write(struct.pack("<Q", len(text)) + text + data)


# Row-major (2, 3, 2): 0.25 k - 1.5. Every type has these numbers exactly.
numbers = torch.arange(12, dtype=torch.float64).reshape(2, 3, 2) / 4 - 1.5
types = {"f32": numbers.float(), "f64": numbers, "f16": numbers.half(), "bf16": numbers.bfloat16(), "i64": torch.tensor(7),
         "bool": torch.tensor([True, False]), "empty": torch.zeros(0, 3), "scalar": torch.tensor(2.5)}
save_file(types, "types.safetensors", {"format": "pt"})
save_file({"odd": types["bool"][:1], "f32": types["f32"]}, "unaligned.safetensors", align=1)

array = numbers.numpy()
numpy_types = {
    "little_f4": array.astype("<f4"), "big_f4": array.astype(">f4"), "little_f8": array.astype("<f8"), "big_f8": array.astype(">f8"),
    "little_f2": array.astype("<f2"), "big_f2": array.astype(">f2"), "fortran_f4": np.asfortranarray(array.astype("<f4")),
    "fortran_big_f8": np.asfortranarray(array.astype(">f8")), "scalar": np.array(2.5, "<f4"), "empty": np.zeros((0, 3), "<f4"),
    "int64": np.arange(3), "bfloat16": np.zeros(2, "|V2"), "objects": np.array([{"a": 1}], dtype=object),
}
np.savez("types.npz", **numpy_types)
np.savez_compressed("deflated.npz", f4=array.astype("<f4"), zeros=np.zeros((100, 100), "<f4"))
np.save("plain.npy", array.astype("<f4"))
with open("version2.npy", "wb") as file:
    np.lib.format.write_array(file, array.astype("<f4"), version=(2, 0))

torch.save({"weight": torch.ones(2)}, "zip.pt")
torch.save({"weight": torch.ones(2)}, "legacy.pt", _use_new_zipfile_serialization=False)

# Weight normalisation, by its older and its newer names, and what it makes.
normed = {}
for name, layer in (("conv", nn.Conv1d(3, 4, 5)), ("up", nn.ConvTranspose1d(3, 4, 6))):
    layer = nn.utils.weight_norm(layer.double())
    normed |= {f"{name}.weight_g": layer.weight_g.float(), f"{name}.weight_v": layer.weight_v.float()}
    new = f"new.{name}.parametrizations.weight.original"
    normed |= {new + "0": layer.weight_g.float(), new + "1": layer.weight_v.float()}
    normed[f"{name}.expected"] = torch._weight_norm(layer.weight_v.float().double(), layer.weight_g.float().double(), 0)
save_file(normed, "weight_norm.safetensors")

# A small network and what it computes, in float64 from float32 weights.
net = nn.Sequential(nn.ConvTranspose2d(3, 4, 4, 2, 1), nn.BatchNorm2d(4), nn.PReLU(4), nn.Conv2d(4, 6, 3, padding=1, groups=2, bias=False), nn.BatchNorm2d(6)).eval()
for parameter in [*net.parameters(), *(b for n, b in net.named_buffers() if "running" in n)]:
    parameter.data = torch.rand_like(parameter) + 0.25 if parameter.dim() == 1 else torch.randn_like(parameter) / 4
save_file(net.state_dict(), "network.safetensors")
x = torch.randn(2, 3, 5, 7)
np.savez("network_expected.npz", x=x.numpy(), y=net.double()(x.double()).detach().numpy())
