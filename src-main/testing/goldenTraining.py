"""What training the tiny checkpoints gives in torch: the loss and every gradient of one step of each,
and whole runs of some.

Gradients and changes of weights are kept as their norm and their products with rows of random signs:
an error of the whole tensor, wherever it lies, shows in each product about as large as it is.
"""

import hashlib
import json
import math

from goldenFiles import GOLDENS, VERSIONS, write_json

PROJECTIONS = 8
RUN_STEPS = 50
ADAMW = dict(beta1=0.9, beta2=0.999, epsilon=1e-8, weightDecay=0.01)
RUNS = {
    "tiny-llama-gqa": dict(
        learningRate=5e-3,
        schedule=dict(kind="cosine", warmupSteps=5),
        adamW=ADAMW,
        maxGradientNorm=1.0,
    ),
    # Everything else than what is usual, so that every number matters.
    "tiny-gemma2": dict(
        learningRate=1e-2,
        schedule=dict(kind="linear", warmupSteps=1),
        adamW=dict(beta1=0.8, beta2=0.95, epsilon=1e-2, weightDecay=0.3),
        maxGradientNorm=4.0,
    ),
    "tiny-gpt2-first": dict(
        learningRate=2e-3,
        schedule=dict(kind="constant", warmupSteps=10),
        # Key biases move no attention: their gradients are rounding alone, which a usual epsilon
        # would make as large as the others.
        adamW={**ADAMW, "epsilon": 1e-4},
        maxGradientNorm=None,
    ),
}


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
    runs = {name: training_run(GOLDENS / name, **plan) for name, plan in RUNS.items()}
    write_json(GOLDENS / "trainingRuns.json", {"versions": versions(), "runs": runs})


def versions():
    return {package: VERSIONS[package] for package in ("torch", "transformers")}


def opened(folder):
    """The model, without dropout; ids [3, T]; their weights."""
    import torch
    from transformers import AutoModelForCausalLM

    model = AutoModelForCausalLM.from_pretrained(
        folder, dtype=torch.float32, attn_implementation="eager"
    ).eval()
    batch = json.loads((folder / "expected.json").read_text())["batch"]
    ids = torch.tensor([sequence["ids"] for sequence in batch])
    return model, ids, loss_weights(*ids.shape)


def loss_of(model, ids, weights):
    import torch

    logits = model(ids, use_cache=False).logits
    log_probs = torch.log_softmax(logits, -1)[:, :-1].gather(2, ids[:, 1:, None])[..., 0]
    return -(log_probs * torch.tensor(weights)[:, 1:]).sum()


def stored_names(folder):
    from safetensors import safe_open

    with safe_open(folder / "model.safetensors", framework="pt") as file:
        return set(file.keys())


def summary(tensor):
    """Norm and products."""
    flat = tensor.detach().double().flatten().numpy()
    return {
        "norm": float((flat**2).sum() ** 0.5),
        "projections": [float(signs(row, flat.size) @ flat) for row in range(PROJECTIONS)],
    }


def summaries(folder, model, tensor_of, named=None):
    """Of a tensor of each parameter, by its name in the folder's file."""
    stored = stored_names(folder)
    found = {}
    for name, parameter in model.named_parameters():
        if tensor_of(name, parameter) is None:  # read by nothing
            continue
        own = named(name) if named else name
        own = own if own in stored else own.removeprefix("transformer.")
        assert own in stored, name
        found[own] = summary(tensor_of(name, parameter))
    return found


def training_step(folder):
    model, ids, weights = opened(folder)
    loss = loss_of(model, ids, weights)
    loss.backward()
    return {
        "versions": versions(),
        "weights": weights,
        "loss": loss.item(),
        "gradients": summaries(folder, model, lambda _, parameter: parameter.grad),
    }


def training_run(folder, **plan):
    model, ids, weights = opened(folder)
    before = {name: parameter.detach().clone() for name, parameter in model.named_parameters()}
    run = run_of(folder, model, ids, weights, **plan)
    changes = summaries(folder, model, lambda name, parameter: parameter - before[name])
    return {**run, "changes": changes}


def run_of(folder, model, ids, weights, learningRate, schedule, adamW, maxGradientNorm, loss_at=None):
    """Step s learns from the rows s and s + 1 of three, together; `loss_at` rows with these weights."""
    import torch
    from transformers import get_scheduler

    learned = [parameter for parameter in model.parameters() if parameter.requires_grad]
    matrices = [parameter for parameter in learned if parameter.dim() > 1]
    vectors = [parameter for parameter in learned if parameter.dim() == 1]
    optimizer = torch.optim.AdamW(
        [
            {"params": matrices, "weight_decay": adamW["weightDecay"]},
            {"params": vectors, "weight_decay": 0.0},
        ],
        lr=learningRate,
        betas=(adamW["beta1"], adamW["beta2"]),
        eps=adamW["epsilon"],
    )
    name = schedule["kind"] if schedule["kind"] != "constant" else "constant_with_warmup"
    scheduler = get_scheduler(name, optimizer, schedule["warmupSteps"], RUN_STEPS)
    losses, norms = [], []
    for step in range(RUN_STEPS):
        rows = [step % 3, (step + 1) % 3]
        total = sum(sum(weights[row][1:]) for row in rows)
        optimizer.zero_grad()
        shares = [[w / total for w in weights[row]] for row in rows]
        loss = loss_at(rows, shares) if loss_at else loss_of(model, ids[rows], shares)
        loss.backward()
        limit = math.inf if maxGradientNorm is None else maxGradientNorm
        norms.append(torch.nn.utils.clip_grad_norm_(learned, limit).item())
        optimizer.step()
        scheduler.step()
        losses.append(loss.item())
    print(f"  {folder.name}: loss {losses[0]:.2f} to {losses[-1]:.2f}, norms {min(norms):.2f} to {max(norms):.2f}")
    plan = dict(
        steps=RUN_STEPS,
        learningRate=learningRate,
        schedule=schedule,
        adamW=adamW,
        maxGradientNorm=maxGradientNorm,
    )
    return {"plan": plan, "losses": losses, "gradientNorms": norms}
