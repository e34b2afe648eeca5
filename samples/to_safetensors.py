#!/usr/bin/env python3
"""Writes the weights of an ONNX model, or the arrays of a NumPy file, as safetensors. Needs nothing but Python.

    samples/to_safetensors.py model.onnx weights.safetensors
    samples/to_safetensors.py arrays.npz arrays.safetensors

Names and shapes stay; everything is written as float32, so whole numbers up to 2^24 stay exact.
"""
import array
import ast
import json
import struct
import sys
import zipfile


def fields(message):
    """The fields of a protobuf message: numbers, and bytes of what has a length."""
    at = 0

    def varint():
        nonlocal at
        value = shift = 0
        while True:
            byte = message[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    while at < len(message):
        key = varint()
        if key & 7 == 0:
            yield key >> 3, varint()
            continue
        length = {1: 8, 5: 4}.get(key & 7) or varint()
        yield key >> 3, message[at:at + length]
        at += length


def of_onnx(path):
    """ModelProto.graph is field 7, GraphProto.initializer 5; of a TensorProto, dims 1, data_type 2, name 8, raw_data 9."""
    with open(path, "rb") as file:
        graph = next(value for field, value in fields(file.read()) if field == 7)
    for field, tensor in fields(graph):
        if field == 5:
            parts = list(fields(tensor))
            if (2, 1) not in parts:
                raise SystemExit("an initializer is not float32")
            single = dict(parts)
            yield single[8].decode(), [value for number, value in parts if number == 1], bytes(single[9])


def of_numpy(path):
    """Version 1 of the .npy format: a header, a Python dictionary, whose length stands at byte 8."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            file = archive.read(name)
            start = 10 + struct.unpack_from("<H", file, 8)[0]
            header = ast.literal_eval(file[10:start].decode())
            if header["fortran_order"]:
                raise SystemExit(name + " is not row-major")
            numbers = array.array({"<f4": "f", "<f8": "d", "<i4": "i", "<i8": "q"}[header["descr"]], file[start:])
            yield name.removesuffix(".npy"), list(header["shape"]), array.array("f", numbers).tobytes()


def write(path, tensors):
    header, data = {}, b""
    for name, shape, floats in tensors:
        header[name] = {"dtype": "F32", "shape": shape, "data_offsets": [len(data), len(data) + len(floats)]}
        data += floats
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


source, target = sys.argv[1:]
write(target, of_onnx(source) if source.endswith(".onnx") else of_numpy(source))
