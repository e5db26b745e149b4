"""Seeded tiny BERT checkpoints, with what transformers computes with them: logits of a padded batch of two
texts each, pseudo-log-probabilities, and one step of training with the masked objective."""

import json
import shutil

import goldenAdapters
import goldenTraining
from goldenFiles import GOLDENS, VERSIONS, rounded, write_json
from goldenTraining import loss_weights, summaries

FOLDER = GOLDENS / "maskedModels"
LENGTHS = [24, 17, 9]
LONG_LENGTH = 64
MASK = 4
# Word pieces of a few words in both languages, behind the special tokens.
VOCABULARY = [
    *["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", ".", ",", "!", "?", "'", "-"],
    *["the", "a", "o", "river", "rio", "bridge", "ponte", "is", "old", "velh", "was", "paint", "green", "verde"],
    *["she", "he", "ela", "ele", "walk", "said", "disse", "que", "and", "e", "city", "cidade", "in", "na", "no"],
    *["##s", "##ed", "##ing", "##a", "##o", "##er", "##r", "##u", "##n", "##e", "##i", "##t", "##d", "##l"],
    *["b", "c", "d", "f", "g", "h", "i", "l", "m", "n", "p", "r", "s", "t", "u", "v", "z", "1", "2", "word"],
    *["##m", "##p", "##c", "##v", "##z", "##g"],
]
TEXTS = [
    "The river was painted green, and she walked in the city.",
    "A ponte VELHA na cidade: ela disse que o rio é verde!",
    "He said the old bridges [MASK] word-ing 12 xyz",
    "unaffable",
]
BASE = dict(
    vocab_size=len(VOCABULARY),
    hidden_size=32,
    num_hidden_layers=2,
    num_attention_heads=4,
    intermediate_size=56,
    hidden_act="gelu",
    max_position_embeddings=96,
    type_vocab_size=2,
    layer_norm_eps=1e-12,
    pad_token_id=0,
)
MODELS = {
    "tiny-bert": {},
    # As the first published files name the norms, without the prefix, and with a head of its own.
    "tiny-bert-first": dict(
        num_hidden_layers=3,
        hidden_act="gelu_new",
        layer_norm_eps=1e-5,
        tie_word_embeddings=False,
        first_names=True,
    ),
}


# What its linear layers are called; those of the head are among them.
LINEARS = ["query", "key", "value", "dense"]
RUN = dict(
    learningRate=5e-3,
    schedule=dict(kind="cosine", warmupSteps=5),
    # Key biases move no attention: a usual epsilon would make their rounding as large as the others.
    adamW=dict(beta1=0.9, beta2=0.999, epsilon=1e-4, weightDecay=0.01),
    maxGradientNorm=1.0,
)
ADAPTER = (dict(rank=4, alpha=8, rslora=False), ["query", "value", "attention.output.dense"])


def write_all():
    import torch

    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    for seed, (name, changes) in enumerate(MODELS.items()):
        write_model(name, 2000 + seed, **changes)
        write_json(FOLDER / name / "adapters.json", adapter_step(name))
    versions = {package: VERSIONS[package] for package in ("torch", "transformers", "peft")}
    runs = {"full": full_run("tiny-bert"), "lora": adapter_run("tiny-bert", *ADAPTER)}
    write_json(FOLDER / "runs.json", {"versions": versions, "runs": runs})


def first_name(key):
    own = key.removeprefix("bert.")
    if ".LayerNorm." not in own:
        return own
    return own.replace("LayerNorm.weight", "LayerNorm.gamma").replace("LayerNorm.bias", "LayerNorm.beta")


def write_model(name, seed, first_names=False, **changes):
    import torch
    from safetensors.torch import save_file
    from transformers import AutoConfig, BertForMaskedLM

    folder = FOLDER / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    config = {"architectures": ["BertForMaskedLM"], "model_type": "bert", **BASE, **changes}
    (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    (folder / "vocab.txt").write_text("\n".join(VOCABULARY) + "\n", encoding="utf-8")

    generator = torch.Generator().manual_seed(seed)
    read = AutoConfig.from_pretrained(folder)
    read._attn_implementation = "eager"
    model = BertForMaskedLM(read).float().eval()
    with torch.no_grad():
        for key, parameter in sorted(model.named_parameters()):
            noise = torch.randn(parameter.shape, generator=generator)
            parameter.copy_(1 + 0.2 * noise if key.endswith("LayerNorm.weight") else 0.3 * noise)
    stored = {key: value for key, value in model.state_dict().items() if not key.endswith("position_ids")}
    # The bias of a head of its own is the decoder's; the other one is read by nothing then.
    unread = ".decoder." if read.tie_word_embeddings else "cls.predictions.bias"
    stored = {key: value for key, value in stored.items() if unread not in key}
    named = first_name if first_names else lambda key: key
    state = {named(key): value.clone().contiguous() for key, value in stored.items()}
    save_file(state, folder / "model.safetensors", metadata={"format": "pt"})
    (folder / "model.safetensors").chmod(0o644)

    ids = torch.randint(5, BASE["vocab_size"], (4, LONG_LENGTH), generator=generator)
    ids[:, 0] = 2
    rows = [ids[row, :length] for row, length in enumerate(LENGTHS)]
    versions = {package: VERSIONS[package] for package in ("torch", "transformers", "tokenizers")}
    write_json(
        folder / "expected.json",
        {
            "versions": versions,
            "batch": padded_batch(model, rows),
            "long": {"ids": ids[3].tolist(), "logits": rounded(logits_of(model, ids[3]))},
            "texts": [text_expected(model, folder, text) for text in TEXTS],
            "training": training_step(folder, model, rows, named),
        },
    )


def logits_of(model, row, types=None):
    import torch

    with torch.no_grad():
        types = None if types is None else torch.tensor([types])
        return model(row[None], token_type_ids=types).logits[0]


def padded_batch(model, rows):
    """Each row is a pair of texts; together, with the padding masked, they give what each gives alone."""
    import torch

    longest = max(map(len, rows))
    types = [[int(place >= len(row) // 2) for place in range(len(row))] for row in rows]
    pad = lambda row, value: [*row, *[value] * (longest - len(row))]
    with torch.no_grad():
        together = model(
            torch.tensor([pad(row.tolist(), 0) for row in rows]),
            attention_mask=torch.tensor([pad([1] * len(row), 0) for row in rows]),
            token_type_ids=torch.tensor([pad(row, 0) for row in types]),
        ).logits
    found = []
    for row, of, padded in zip(rows, types, together):
        alone = logits_of(model, row, of)
        difference = (padded[: len(row)] - alone).abs().max().item()
        moved = (alone - logits_of(model, row)).abs().max().item()
        print(f"  logits: std {alone.std():.2f}, padded against alone {difference:.1e}, types move {moved:.2g}")
        if difference > 1e-4 or moved < 5e-4:
            raise SystemExit("the reference disagrees with itself, or types make no difference")
        found.append({"ids": row.tolist(), "tokenTypes": of, "logits": rounded(alone)})
    return found


def text_expected(model, folder, text):
    """Ids, and of each that is not special its log-probability: masked alone, and with the rest of its word."""
    import torch
    from tokenizers import BertWordPieceTokenizer

    tokenizer = BertWordPieceTokenizer(str(folder / "vocab.txt"), lowercase=True)
    encoded = tokenizer.encode(text)
    ids = torch.tensor(encoded.ids)

    def log_prob(place, end):
        masked = ids.clone()
        masked[place:end] = MASK
        return torch.log_softmax(logits_of(model, masked)[place].double(), -1)[ids[place]].item()

    def end_of_word(place):
        end = place + 1
        while end < len(ids) and encoded.tokens[end].startswith("##"):
            end += 1
        return end

    places = [place for place, id in enumerate(encoded.ids) if id > MASK or id == 1]
    return {
        "text": text,
        "ids": encoded.ids,
        "places": places,
        "token": [log_prob(place, place + 1) for place in places],
        "wordLeftToRight": [log_prob(place, end_of_word(place)) for place in places],
    }


def training_step(folder, model, rows, named):
    """A third of the places masked; the loss is of these, with unequal weights."""
    import torch

    model = model.train(False)
    weights = loss_weights(len(rows), max(LENGTHS))
    weights = [[w if place % 3 == 1 else 0 for place, w in enumerate(of[: len(row)])] for of, row in zip(weights, rows)]
    total = sum(map(sum, weights))
    weights = [[w / total for w in of] for of in weights]
    loss, sequences = 0, []
    for row, of in zip(rows, weights):
        share = torch.tensor(of)
        masked = torch.where(share > 0, torch.tensor(MASK), row)
        log_probs = torch.log_softmax(model(masked[None]).logits[0], -1).gather(1, row[:, None])[:, 0]
        loss = loss - (log_probs * share).sum()
        sequences.append({"ids": masked.tolist(), "targets": row.tolist(), "weights": of})
    loss.backward()
    gradients = summaries(
        folder, model, lambda _, parameter: parameter.grad, named
    )
    return {"batch": sequences, "loss": loss.item(), "gradients": gradients}


# --- training ------------------------------------------------------------------------------------


def opened(name):
    """The model, without dropout, and its golden batch: rows of ids, targets and weights."""
    import torch
    from safetensors.torch import load_file
    from transformers import AutoConfig, BertForMaskedLM

    folder = FOLDER / name
    config = AutoConfig.from_pretrained(folder)
    config._attn_implementation = "eager"
    model = BertForMaskedLM(config).float().eval()
    model.tie_weights()
    stored, named = load_file(folder / "model.safetensors"), stored_name(name)
    with torch.no_grad():
        for own, parameter in model.named_parameters():
            if named(own) in stored:
                parameter.copy_(stored[named(own)])
    return model, json.loads((folder / "expected.json").read_text())["training"]["batch"]


def loss_of(model, sequences, weights):
    """Each row by itself: they are of unequal length."""
    import torch

    loss = 0
    for sequence, share in zip(sequences, weights):
        targets = torch.tensor(sequence["targets"])[:, None]
        logits = model(torch.tensor([sequence["ids"]])).logits[0]
        loss = loss - (torch.log_softmax(logits, -1).gather(1, targets)[:, 0] * torch.tensor(share)).sum()
    return loss


def stored_name(name):
    """As the checkpoint's file has a parameter."""
    stored = goldenTraining.stored_names(FOLDER / name)
    return lambda own: own if own in stored else first_name(own)


def adapted(name, model, settings, targets, zero_up=False):
    """The model with adapters of known numbers, and the name each of their tensors has beside the file's."""
    import torch
    from peft import LoraConfig, get_peft_model

    config = LoraConfig(r=settings["rank"], lora_alpha=settings["alpha"], use_rslora=settings["rslora"], target_modules=targets)
    wrapped = get_peft_model(model, config).eval()
    named, names = stored_name(name), {}
    for parameter_name, parameter in wrapped.named_parameters():
        if not parameter.requires_grad:
            continue
        own = parameter_name.removeprefix("base_model.model.").replace(".default.", ".")
        module, part = own.split(".lora_")
        own = f"{named(module + '.weight').removesuffix('.weight')}.lora_{part}"
        names[parameter_name] = own
        values = torch.from_numpy(goldenAdapters.numbers(own, parameter.numel())).reshape(parameter.shape)
        parameter.data.copy_(torch.zeros_like(values) if zero_up and "lora_B" in own else values)
    return wrapped, names


def adapter_step(name):
    model, batch = opened(name)
    wrapped, names = adapted(name, model, goldenAdapters.SETTINGS, LINEARS)
    loss = loss_of(wrapped, batch, [it["weights"] for it in batch])
    loss.backward()
    gradients = {own: goldenTraining.summary(wrapped.get_parameter(it).grad) for it, own in names.items()}
    merged = wrapped.merge_and_unload()
    weights = {stored_name(name)(key): value for key, value in merged.named_parameters()}
    return {
        "versions": goldenAdapters.versions(),
        "settings": {**goldenAdapters.SETTINGS, "targets": LINEARS, "dropout": 0},
        "loss": loss.item(),
        "gradients": gradients,
        "merged": {key: goldenTraining.summary(value) for key, value in weights.items() if ".dense." in key or ".query." in key},
    }


def run_with(name, model, batch):
    learn = lambda rows, shares: loss_of(model, [batch[row] for row in rows], shares)
    return goldenTraining.run_of(FOLDER / name, model, None, [it["weights"] for it in batch], **RUN, loss_at=learn)


def full_run(name):
    model, batch = opened(name)
    before = {key: parameter.detach().clone() for key, parameter in model.named_parameters()}
    run = run_with(name, model, batch)
    stored = goldenTraining.stored_names(FOLDER / name)
    changes = {
        key: goldenTraining.summary(parameter - before[key])
        for key, parameter in model.named_parameters()
        if key in stored
    }
    return {**run, "changes": changes}


def adapter_run(name, settings, targets):
    model, batch = opened(name)
    wrapped, names = adapted(name, model, settings, targets, zero_up=True)
    before = {key: wrapped.get_parameter(key).detach().clone() for key in names}
    run = run_with(name, wrapped, batch)
    changes = {own: goldenTraining.summary(wrapped.get_parameter(key) - before[key]) for key, own in names.items()}
    method = {"type": "lora", **settings, "targets": targets, "dropout": 0}
    return {**run, "plan": {**run["plan"], "method": method}, "changes": changes}
