# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a checkpoint by the format's description alone and prints what it says of itself."""
import hashlib
import json
import struct
import sys

content = open(sys.argv[1], "rb").read()
length = struct.unpack("<Q", content[:8])[0]
header = json.loads(content[8:8 + length])
data = content[8 + length:]
carried = header["__metadata__"].pop("sha256")
compact = json.dumps(header, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
assert hashlib.sha256(compact + data).hexdigest() == carried, "the hash is wrong"
assert (8 + length) % 8 == 0, "the data is not aligned"

tensors = {name: entry for name, entry in header.items() if name != "__metadata__"}
for name, entry in tensors.items():
    begin, end = entry["data_offsets"]
    size = {"F32": 4, "I64": 8, "BOOL": 1}[entry["dtype"]]
    assert begin % size == 0, name + " is not aligned"
begin, end = tensors["0.bias"]["data_offsets"]
values = struct.unpack("<%df" % ((end - begin) // 4), data[begin:end])
print(carried, len(tensors), repr(values[0]), header["__metadata__"]["classes"].encode().hex())
