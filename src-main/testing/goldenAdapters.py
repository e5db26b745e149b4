"""What peft makes of low-rank adapters beside the tiny checkpoints: gradients of one step, merged weights,
whole runs, and adapters as it writes them.
"""

import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import goldenTraining
from goldenFiles import GOLDENS, VERSIONS, write_json

SETTINGS = dict(rank=4, alpha=6, rslora=False)
LINEARS = (
    "q_proj k_proj v_proj o_proj gate_proj up_proj down_proj qkv_proj gate_up_proj c_attn c_fc c_proj"
).split()
RUNS = {
    "tiny-llama-gqa": (dict(rank=4, alpha=8, rslora=False), ["q_proj", "v_proj"]),
    "tiny-gpt2-first": (dict(rank=3, alpha=5, rslora=True), ["c_attn", "mlp.c_proj"]),
    "tiny-phi3": (dict(rank=8, alpha=16, rslora=False), ["qkv_proj", "gate_up_proj"]),
}
PLAN = dict(
    learningRate=1e-2,
    schedule=dict(kind="cosine", warmupSteps=5),
    adamW=dict(beta1=0.9, beta2=0.999, epsilon=1e-6, weightDecay=0.01),
    maxGradientNorm=1.0,
)
WRITTEN = {"tiny-llama-gqa": ["q_proj", "down_proj"], "tiny-gpt2-first": ["c_attn"]}


def numbers(name, count):
    """`count` numbers within ±0.1: bytes of SHA-256 of "name/block"."""
    import numpy

    blocks = range((count + 31) // 32)
    digests = b"".join(hashlib.sha256(f"{name}/{block}".encode()).digest() for block in blocks)
    values = numpy.frombuffer(digests, numpy.uint8)[:count].astype(numpy.float64)
    return ((values - 127.5) / 1275).astype(numpy.float32)


def write_all():
    import torch

    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    for folder in sorted(GOLDENS.glob("tiny-*")):
        write_json(folder / "adapters.json", adapter_step(folder))
    runs = {name: adapter_run(name, *rest) for name, rest in RUNS.items()}
    write_json(GOLDENS / "adapterRuns.json", {"versions": versions(), "runs": runs})
    for name, targets in WRITTEN.items():
        written_adapter(name, targets)


def versions():
    return {package: VERSIONS[package] for package in ("torch", "transformers", "peft")}


def adapted(model, settings, targets, folder, zero_up=False):
    """The model with adapters of known numbers, and the name each of their tensors has beside the folder's file."""
    import torch
    from peft import LoraConfig, get_peft_model

    conv = model.config.model_type == "gpt2"
    config = LoraConfig(
        r=settings["rank"],
        lora_alpha=settings["alpha"],
        use_rslora=settings["rslora"],
        target_modules=targets,
        fan_in_fan_out=conv,
        task_type="CAUSAL_LM",
    )
    wrapped = get_peft_model(model, config).eval()
    stored = goldenTraining.stored_names(folder)
    names = {}
    for name, parameter in wrapped.named_parameters():
        if not parameter.requires_grad:
            continue
        own = name.removeprefix("base_model.model.").replace(".default.", ".")
        module = own.split(".lora_")[0]
        if f"{module}.weight" not in stored:
            own = own.removeprefix("transformer.")
        names[name] = own
        values = torch.from_numpy(numbers(own, parameter.numel())).reshape(parameter.shape)
        parameter.data.copy_(torch.zeros_like(values) if zero_up and "lora_B" in own else values)
    return wrapped, names


def adapter_step(folder):
    model, ids, weights = goldenTraining.opened(folder)
    present = {name.split(".")[-1] for name, _ in model.named_modules()}
    targets = [name for name in LINEARS if name in present]
    wrapped, names = adapted(model, SETTINGS, targets, folder)
    loss = goldenTraining.loss_of(wrapped, ids, weights)
    loss.backward()
    gradients = {
        names[name]: goldenTraining.summary(parameter.grad)
        for name, parameter in wrapped.named_parameters()
        if parameter.requires_grad
    }
    merged = goldenTraining.summaries(
        folder, wrapped.merge_and_unload(), lambda _, parameter: parameter
    )
    return {
        "versions": versions(),
        "settings": {**SETTINGS, "targets": targets, "dropout": 0},
        "loss": loss.item(),
        "gradients": gradients,
        "merged": merged,
    }


def adapter_run(name, settings, targets):
    folder = GOLDENS / name
    model, ids, weights = goldenTraining.opened(folder)
    wrapped, names = adapted(model, settings, targets, folder, zero_up=True)
    before = {name: wrapped.get_parameter(name).detach().clone() for name in names}
    run = goldenTraining.run_of(folder, wrapped, ids, weights, **PLAN)
    changes = {
        own: goldenTraining.summary(wrapped.get_parameter(name) - before[name])
        for name, own in names.items()
    }
    method = {"type": "lora", **settings, "targets": targets, "dropout": 0}
    return {**run, "plan": {**run["plan"], "method": method}, "changes": changes}


def written_adapter(name, targets):
    folder = GOLDENS / name
    model, ids, weights = goldenTraining.opened(folder)
    wrapped, _ = adapted(model, SETTINGS, targets, folder)
    target = GOLDENS / "adapters" / name
    with tempfile.TemporaryDirectory() as temporary:
        wrapped.save_pretrained(temporary)
        config = json.loads((Path(temporary) / "adapter_config.json").read_text())
        config["base_model_name_or_path"] = name
        config["target_modules"].sort()
        write_json(target / "adapter_config.json", config)
        shutil.copyfile(Path(temporary) / "adapter_model.safetensors", target / "adapter_model.safetensors")
    loss = goldenTraining.loss_of(wrapped, ids, weights)
    write_json(target / "expected.json", {"loss": loss.item()})
