"""What one training step of each tiny checkpoint gives in torch: the loss and every gradient.

A gradient is kept as its norm and its products with rows of random signs: an error of the whole
gradient, wherever it lies, shows in each product about as large as it is.
"""

import hashlib
import json

from goldenFiles import GOLDENS, VERSIONS, write_json

PROJECTIONS = 8


def signs(row, count):
    """±1 for each of `count` elements: bits of SHA-256 of "row/block", the highest of a byte first."""
    import numpy

    blocks = range((count + 255) // 256)
    digests = b"".join(hashlib.sha256(f"{row}/{block}".encode()).digest() for block in blocks)
    bits = numpy.unpackbits(numpy.frombuffer(digests, numpy.uint8))[:count]
    return bits.astype(numpy.float64) * 2 - 1


def loss_weights(rows, length):
    """Share of the loss each token has: none for the first ones (a prompt), unequal for the others."""
    raw = [
        [0 if place < 1 + 3 * row else 1 + (place + row) % 3 for place in range(length)]
        for row in range(rows)
    ]
    total = sum(map(sum, raw))
    return [[weight / total for weight in row] for row in raw]


def write_all():
    import torch

    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    for folder in sorted(GOLDENS.glob("tiny-*")):
        write_json(folder / "training.json", training_step(folder))


def training_step(folder):
    import torch
    from safetensors import safe_open
    from transformers import AutoModelForCausalLM

    model = AutoModelForCausalLM.from_pretrained(
        folder, dtype=torch.float32, attn_implementation="eager"
    ).eval()
    batch = json.loads((folder / "expected.json").read_text())["batch"]
    ids = torch.tensor([sequence["ids"] for sequence in batch])
    weights = loss_weights(*ids.shape)
    logits = model(ids, use_cache=False).logits
    log_probs = torch.log_softmax(logits, -1)[:, :-1].gather(2, ids[:, 1:, None])[..., 0]
    loss = -(log_probs * torch.tensor(weights)[:, 1:]).sum()
    loss.backward()
    with safe_open(folder / "model.safetensors", framework="pt") as file:
        stored = set(file.keys())
    gradients = {}
    for name, parameter in model.named_parameters():
        own = name if name in stored else name.removeprefix("transformer.")
        assert own in stored, name
        flat = parameter.grad.double().flatten().numpy()
        gradients[own] = {
            "norm": float((flat**2).sum() ** 0.5),
            "projections": [float(signs(row, flat.size) @ flat) for row in range(PROJECTIONS)],
        }
    return {
        "versions": {package: VERSIONS[package] for package in ("torch", "transformers")},
        "weights": weights,
        "loss": loss.item(),
        "gradients": gradients,
    }
