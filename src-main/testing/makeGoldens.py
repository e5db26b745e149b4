"""Writes the reference values the tests compare with (development only).

    python3 -m venv VENV
    VENV/bin/pip install torch==2.14.1 transformers==5.23.0 tokenizers==0.23.3 \
        sentencepiece==0.2.3 safetensors==0.8.0 numpy==2.4.6 jinja2==3.1.6
    VENV/bin/python src-main/testing/makeGoldens.py [SUBCOMMAND …]

Without a subcommand everything is written again, into src-main/testing/goldens/. Same versions,
same files. Other versions are refused: a golden that moves must move on purpose.
"""

import argparse
import json
import math
import shutil
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).resolve().parent
GOLDENS = HERE / "goldens"

VERSIONS = {
    "torch": "2.14.1",
    "transformers": "5.23.0",
    "tokenizers": "0.23.3",
    "sentencepiece": "0.2.3",
    "safetensors": "0.8.0",
    "numpy": "2.4.6",
    "jinja2": "3.1.6",
}


def check_versions():
    for package, wanted in VERSIONS.items():
        found = version(package).split("+")[0]
        if found != wanted:
            raise SystemExit(f"{package} {wanted} is wanted, found {found}")


def write_json(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    path.write_text(text + "\n", encoding="utf-8")
    print(f"{path.relative_to(HERE)}  {len(text.encode()):,} bytes")


def rounded(tensor):
    """Nested lists with 7 significant digits."""
    if tensor.dim() > 0:
        return [rounded(row) for row in tensor]
    return float(f"{tensor.item():.7g}")


# --- llama ---------------------------------------------------------------------------------------

LLAMA_BASE = dict(
    vocab_size=80,
    hidden_size=32,
    intermediate_size=56,
    num_hidden_layers=2,
    num_attention_heads=4,
    num_key_value_heads=2,
    hidden_act="silu",
    max_position_embeddings=128,
    rms_norm_eps=1e-5,
    rope_theta=10000.0,
    tie_word_embeddings=False,
    bos_token_id=1,
    eos_token_id=2,
)

# rope_scaling is written the way most published folders have it, in the older spelling; the last
# model has the newer one.
LLAMA_MODELS = {
    "tiny-llama-gqa": dict(
        std=0.2,
        hidden_size=48,
        num_attention_heads=6,
        num_key_value_heads=2,
        num_hidden_layers=3,
        tie_word_embeddings=True,
        rope_scaling=dict(
            rope_type="llama3",
            factor=8.0,
            low_freq_factor=1.0,
            high_freq_factor=4.0,
            original_max_position_embeddings=16,
        ),
    ),
    "tiny-llama-biases": dict(attention_bias=True, mlp_bias=True, head_dim=12),
    "tiny-llama-linear": dict(rope_scaling=dict(type="linear", factor=2.0)),
    "tiny-llama-dynamic": dict(
        max_position_embeddings=32, rope_scaling=dict(type="dynamic", factor=2.0)
    ),
    "tiny-llama-yarn": dict(
        rope_parameters=dict(
            rope_type="yarn",
            rope_theta=10000.0,
            factor=8.0,
            original_max_position_embeddings=16,
            beta_fast=32.0,
            beta_slow=1.0,
        ),
        rope_theta=None,
    ),
}

BATCH_LENGTH = 24
LONG_LENGTH = 64
GREEDY_LENGTH = 16


def llama():
    import torch

    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    for name, changes in LLAMA_MODELS.items():
        # The first seed whose greedy continuations no rounding can turn.
        for seed in range(100):
            margin = write_llama(name, seed, **changes)
            if margin >= 5e-3:
                print(f"  seed {seed}, smallest greedy margin {margin:.3g}")
                break
        else:
            raise SystemExit(f"{name}: no seed gives clear greedy choices")


def write_llama(name, seed, std=0.3, **changes):
    """Writes the folder; returns the smallest margin between the two best tokens."""
    import torch
    from safetensors.torch import save_file
    from transformers import LlamaConfig, LlamaForCausalLM

    # The folder's config.json is the one that is read back: the spelling under test is what counts.
    folder = GOLDENS / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    config = {"architectures": ["LlamaForCausalLM"], "model_type": "llama", **LLAMA_BASE, **changes}
    config = {key: value for key, value in config.items() if value is not None}
    text = json.dumps(config, indent=2)
    (folder / "config.json").write_text(text + "\n", encoding="utf-8")

    generator = torch.Generator().manual_seed(1000 + seed)
    model = LlamaForCausalLM(LlamaConfig.from_pretrained(folder)).float().eval()
    with torch.no_grad():
        for key, parameter in sorted(model.named_parameters()):
            noise = torch.randn(parameter.shape, generator=generator)
            parameter.copy_((1 + 0.2 * noise) if key.endswith("norm.weight") else std * noise)
    tied = {"lm_head.weight"} if config["tie_word_embeddings"] else set()
    state = {k: v.contiguous() for k, v in model.state_dict().items() if k not in tied}
    save_file(state, folder / "model.safetensors", metadata={"format": "pt"})
    (folder / "model.safetensors").chmod(0o644)
    # As a program would: from the folder.
    model = LlamaForCausalLM.from_pretrained(
        folder, dtype=torch.float32, attn_implementation="eager"
    ).eval()

    ids = torch.randint(3, config["vocab_size"], (4, LONG_LENGTH), generator=generator)
    ids[:, 0] = config["bos_token_id"]
    batch, long = ids[:3, :BATCH_LENGTH], ids[3:]
    check_llama(model, batch)
    sequences = [expected_of(model, row[None]) for row in batch]
    sequences.append(expected_of(model, long))
    margin = min(sequence["smallestGreedyMargin"] for sequence in sequences)
    versions = {package: VERSIONS[package] for package in ("torch", "transformers")}
    write_json(
        folder / "expected.json",
        {"versions": versions, "seed": seed, "batch": sequences[:3], "long": sequences[3]},
    )
    return margin


def expected_of(model, ids):
    """Of one sequence [1, T]: logits [T, V]; logProbs[i] of ids[i + 1] given ids[0..i]; greedy."""
    import torch

    with torch.no_grad():
        logits = model(ids, use_cache=False).logits[0]
        log_probs = torch.log_softmax(logits.double(), -1)[:-1].gather(1, ids[0, 1:, None])[:, 0]
        greedy, margins = [], []
        sequence = ids
        # Without a cache: the reference is the plain forward pass.
        for _ in range(GREEDY_LENGTH):
            best = model(sequence, use_cache=False).logits[0, -1].topk(2)
            margins.append((best.values[0] - best.values[1]).item())
            greedy.append(best.indices[0].item())
            sequence = torch.cat([sequence, best.indices[None, :1]], 1)
    return {
        "ids": ids[0].tolist(),
        "logits": rounded(logits),
        "logProbs": rounded(log_probs),
        "greedyIds": greedy,
        "smallestGreedyMargin": float(f"{min(margins):.3g}"),
    }


def check_llama(model, batch):
    """The reference agrees with itself: a batch gives what its rows give alone."""
    import torch

    with torch.no_grad():
        together = model(batch, use_cache=False).logits
        alone = torch.cat([model(row[None], use_cache=False).logits for row in batch])
    spread = together.std().item()
    difference = (together - alone).abs().max().item()
    print(f"  logits: std {spread:.2f}, batch against single {difference:.1e}")
    if difference > 1e-4 or not math.isfinite(spread):
        raise SystemExit("the reference disagrees with itself")


SUBCOMMANDS = {"llama": llama}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("subcommands", nargs="*", choices=[[], *SUBCOMMANDS])
    chosen = parser.parse_args().subcommands or list(SUBCOMMANDS)
    check_versions()
    for name in chosen:
        SUBCOMMANDS[name]()


if __name__ == "__main__":
    main()
