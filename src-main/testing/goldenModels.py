"""Seeded tiny checkpoints of each model family, with what transformers computes with them.

Sizes are chosen so that every setting under test matters: `ablations` names changes of the config
that must move the logits of the long sequence, or the golden would hold nothing.
"""

import json
import math
import shutil
import tempfile
from pathlib import Path

from goldenFiles import GOLDENS, VERSIONS, rounded, write_json

BATCH_LENGTH = 24
LONG_LENGTH = 64
GREEDY_LENGTH = 16

SMALL = dict(
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
# Keys that a family's published files do not have, or that have another name there.
GEMMA = {**SMALL, "tie_word_embeddings": None, "head_dim": 12, "rms_norm_eps": 1e-6}
GPT2 = dict(
    vocab_size=80,
    n_positions=96,
    n_embd=32,
    n_layer=2,
    n_head=4,
    activation_function="gelu_new",
    layer_norm_epsilon=1e-5,
    bos_token_id=1,
    eos_token_id=2,
)

# rope_scaling is written the way most published folders have it, in the older spelling; where it is
# rope_parameters, in the newer one.
LLAMA = {
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

MISTRAL = {
    "tiny-mistral": dict(
        head_dim=12,
        num_hidden_layers=3,
        sliding_window=11,
        ablations=[dict(sliding_window=None)],
    ),
}

QWEN2 = {
    # One full layer, then sliding ones.
    "tiny-qwen2": dict(
        num_hidden_layers=3,
        tie_word_embeddings=True,
        use_sliding_window=True,
        sliding_window=9,
        max_window_layers=1,
        rope_scaling=dict(type="yarn", factor=8.0, original_max_position_embeddings=16),
        ablations=[
            dict(use_sliding_window=False),
            dict(max_window_layers=0),
            dict(max_window_layers=2),
            dict(rope_scaling=None),
        ],
    ),
}

QWEN3 = {
    "tiny-qwen3": dict(
        head_dim=12,
        num_hidden_layers=3,
        attention_bias=True,
        use_sliding_window=True,
        sliding_window=9,
        layer_types=["sliding_attention", "full_attention", "sliding_attention"],
        rope_theta=None,
        rope_parameters=dict(rope_type="default", rope_theta=1000.0),
        ablations=[
            dict(layer_types=["full_attention"] * 3),
            dict(layer_types=["sliding_attention"] * 3),
            dict(rope_parameters=dict(rope_type="default", rope_theta=10000.0)),
        ],
    ),
}

GEMMA1 = {
    # One key head for all, half-precision weights, the activation's legacy name.
    "tiny-gemma": dict(
        num_key_value_heads=1,
        hidden_act="gelu",
        store="bfloat16",
        ablations=[dict(hidden_act="silu")],
    ),
}

GEMMA2 = {
    "tiny-gemma2": dict(
        num_hidden_layers=4,
        hidden_act=None,
        hidden_activation="gelu_pytorch_tanh",
        query_pre_attn_scalar=20,
        attn_logit_softcapping=4.0,
        final_logit_softcapping=12.0,
        sliding_window=7,
        ablations=[
            dict(query_pre_attn_scalar=12),
            dict(attn_logit_softcapping=None),
            dict(final_logit_softcapping=None),
            dict(layer_types=["full_attention"] * 4),
            dict(layer_types=["full_attention", "sliding_attention"] * 2),
        ],
    ),
}


def longrope(short_factor, long_factor, **changes):
    return dict(type="longrope", short_factor=short_factor, long_factor=long_factor, **changes)


PHI3_SHORT = [1.0, 1.1, 1.25, 1.5]
PHI3_LONG = [1.0, 1.6, 2.7, 6.4]
PHI3 = {
    # Two thirds of each head rotate; a batch's answers cross the original length.
    "tiny-phi3": dict(
        head_dim=None,
        hidden_size=48,
        num_key_value_heads=2,
        partial_rotary_factor=0.67,
        original_max_position_embeddings=32,
        rope_scaling=longrope(PHI3_SHORT, PHI3_LONG),
        sliding_window=19,
        std=0.2,
        ablations=[
            dict(sliding_window=None),
            dict(rope_scaling=longrope(PHI3_SHORT, PHI3_SHORT)),
            dict(original_max_position_embeddings=128),
            dict(rope_scaling=longrope(PHI3_SHORT, PHI3_LONG, attention_factor=1.0)),
        ],
    ),
    # Whole heads, as many key heads as query heads, no scaling.
    "tiny-phi3-plain": dict(num_key_value_heads=None),
}

GPT2_MODELS = {
    "tiny-gpt2": dict(
        store="float16",
        ablations=[dict(activation_function="gelu"), dict(scale_attn_weights=False)],
    ),
    # As the first published files: no prefix, the mask kept as a tensor.
    "tiny-gpt2-first": dict(
        n_layer=3,
        n_inner=40,
        activation_function="gelu",
        scale_attn_by_inverse_layer_idx=True,
        without_prefix=True,
        ablations=[
            dict(activation_function="gelu_new"),
            dict(scale_attn_by_inverse_layer_idx=False),
        ],
    ),
}

FAMILIES = {
    "llama": LLAMA,
    "mistral": MISTRAL,
    "qwen2": QWEN2,
    "qwen3": QWEN3,
    "gemma": GEMMA1,
    "gemma2": GEMMA2,
    "phi3": PHI3,
    "gpt2": GPT2_MODELS,
}
BASES = {family: SMALL for family in FAMILIES} | {
    "gemma": GEMMA,
    "gemma2": GEMMA,
    "phi3": {**SMALL, "pad_token_id": 0},
    "gpt2": GPT2,
}
CLASS_NAMES = {
    "llama": "LlamaForCausalLM",
    "mistral": "MistralForCausalLM",
    "qwen2": "Qwen2ForCausalLM",
    "qwen3": "Qwen3ForCausalLM",
    "gemma": "GemmaForCausalLM",
    "gemma2": "Gemma2ForCausalLM",
    "phi3": "Phi3ForCausalLM",
    "gpt2": "GPT2LMHeadModel",
}


def write_family(family):
    import torch

    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    for name, changes in FAMILIES[family].items():
        # The first seed whose greedy continuations no rounding can turn.
        for seed in range(100):
            margin = write_model(family, name, seed, **changes)
            if margin >= 5e-3:
                print(f"  seed {seed}, smallest greedy margin {margin:.3g}")
                break
        else:
            raise SystemExit(f"{name}: no seed gives clear greedy choices")


def write_model(
    family, name, seed, std=0.3, store="float32", without_prefix=False, ablations=(), **changes
):
    """Writes the folder; returns the smallest margin between the two best tokens."""
    import torch
    from safetensors.torch import save_file
    from transformers import AutoModelForCausalLM

    folder = GOLDENS / name
    shutil.rmtree(folder, ignore_errors=True)
    config = {"architectures": [CLASS_NAMES[family]], "model_type": family}
    config |= {**BASES[family], **changes}
    write_config(folder, config)

    generator = torch.Generator().manual_seed(1000 + seed)
    model = model_of(folder)
    with torch.no_grad():
        for key, parameter in sorted(model.named_parameters()):
            noise = torch.randn(parameter.shape, generator=generator)
            parameter.copy_(initial_value(family, key, noise, std))
    tied = {"lm_head.weight"} if model.config.tie_word_embeddings else set()
    dtype = getattr(torch, store)
    state = {
        key.removeprefix("transformer.") if without_prefix else key: value.to(dtype).contiguous()
        for key, value in model.state_dict().items()
        if key not in tied
    }
    if without_prefix:
        size = config["n_positions"]
        for layer in range(config["n_layer"]):
            mask = torch.tril(torch.ones(size, size, dtype=torch.uint8))
            state[f"h.{layer}.attn.bias"] = mask.view(1, 1, size, size)
    save_file(state, folder / "model.safetensors", metadata={"format": "pt"})
    (folder / "model.safetensors").chmod(0o644)
    # As a program would: from the folder.
    model = AutoModelForCausalLM.from_pretrained(
        folder, dtype=torch.float32, attn_implementation="eager"
    ).eval()

    ids = torch.randint(3, config["vocab_size"], (4, LONG_LENGTH), generator=generator)
    ids[:, 0] = config["bos_token_id"]
    batch, long = ids[:3, :BATCH_LENGTH], ids[3:]
    check_batch(model, batch)
    for ablation in ablations:
        check_ablation(config, model, long, ablation)
    sequences = [expected_of(model, row[None]) for row in batch]
    sequences.append(expected_of(model, long))
    margin = min(sequence["smallestGreedyMargin"] for sequence in sequences)
    versions = {package: VERSIONS[package] for package in ("torch", "transformers")}
    write_json(
        folder / "expected.json",
        {"versions": versions, "seed": seed, "batch": sequences[:3], "long": sequences[3]},
    )
    return margin


def write_config(folder, config):
    """The folder's config.json is the one that is read back: the spelling under test is what counts."""
    folder.mkdir(parents=True, exist_ok=True)
    written = {key: value for key, value in config.items() if value is not None}
    # Files say null where a window is turned off; leaving the key out would mean its default.
    written |= {
        key: None
        for key in ("sliding_window", "attn_logit_softcapping", "final_logit_softcapping")
        if key in config and config[key] is None
    }
    (folder / "config.json").write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8")


def model_of(folder):
    from transformers import AutoConfig, AutoModelForCausalLM

    config = AutoConfig.from_pretrained(folder)
    return AutoModelForCausalLM.from_config(config, attn_implementation="eager").float().eval()


def initial_value(family, key, noise, std):
    """Norm weights near what leaves x as it is; the rest around 0."""
    is_norm = key.endswith(("norm.weight", "ln_1.weight", "ln_2.weight", "ln_f.weight"))
    if not is_norm:
        return std * noise
    return 0.2 * noise if family.startswith("gemma") else 1 + 0.2 * noise


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


def check_batch(model, batch):
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


def check_ablation(config, model, long, ablation):
    """The change of the config changes the logits, with the same weights."""
    import torch

    with tempfile.TemporaryDirectory() as folder:
        write_config(Path(folder), {**config, **ablation})
        other = model_of(Path(folder))
    other.load_state_dict(model.state_dict())
    with torch.no_grad():
        got, changed = (m(long, use_cache=False).logits for m in (model, other))
    difference = (got - changed).abs().max().item()
    print(f"  with {ablation}: logits differ by {difference:.2g}")
    if difference < 5e-4:
        raise SystemExit(f"{ablation} makes no difference")
