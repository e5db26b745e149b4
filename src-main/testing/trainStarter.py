# /// script
# requires-python = ">=3.11"
# dependencies = ["torch==2.15.0", "transformers==5.23.0", "tokenizers==0.23.3", "safetensors==0.8.0"]
# ///
"""Trains the starter model of resources/starter (development only; neither users nor tests need it).

    python src-main/testing/trainStarter.py                # text, tokenizer, training, files, evaluation
    python src-main/testing/trainStarter.py --evaluate     # evaluation of the files alone

A LLaMA-style causal language model (Touvron et al. 2023, arXiv 2302.13971) on the text of
src-main/datasets/starterText. The held-out questions are in starterQuestions.json beside this file.
"""

import argparse
import hashlib
import json
import math
import random
import re
import subprocess
import tempfile
import time
import unicodedata
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

repository = Path(__file__).resolve().parents[2]
output = repository / "resources" / "starter"
questions_file = Path(__file__).with_name("starterQuestions.json")

text_separator, end_of_turn = "<|endoftext|>", "<|end|>"
special_tokens = [text_separator, end_of_turn, "<|system|>", "<|user|>", "<|assistant|>"]
chat_template = (
    "{% for message in messages %}"
    "{{ '<|' + message['role'] + '|>' + message['content'] | trim + '<|end|>' }}"
    "{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|assistant|>' }}{% endif %}"
)
context_tokens = 512
config_keys = (
    "architectures model_type dtype vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads "
    "num_key_value_heads head_dim hidden_act max_position_embeddings rms_norm_eps rope_parameters tie_word_embeddings "
    "attention_bias mlp_bias attention_dropout initializer_range use_cache bos_token_id eos_token_id pad_token_id "
    "transformers_version"
).split()
# Answers and plain text are what the model is for; questions only need to be read.
question_weight = 0.1
lead_separator_share = 0.25


def generated_documents(seed: int, count: int) -> list[dict]:
    """Runs the TypeScript generator (Node 24 or newer) and reads its documents."""
    node = repository / "node_modules" / ".bin" / "node"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "starter.jsonl"
        script = repository / "src-main" / "datasets" / "starterText" / "write.ts"
        command = [str(node if node.exists() else "node"), str(script)]
        subprocess.run([*command, "--seed", str(seed), "--count", str(count), "--out", str(file)], check=True)
        return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def texts_of(document: dict) -> list[str]:
    return [document["text"]] if document["kind"] == "text" else [m["content"] for m in document["messages"]]


def trained_tokenizer(documents: list[dict], vocabulary: int) -> PreTrainedTokenizerFast:
    """Byte-level BPE: any UTF-8 text becomes tokens and comes back unchanged."""
    bpe = Tokenizer(models.BPE())
    bpe.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    bpe.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary,
        special_tokens=special_tokens,
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    )
    bpe.train_from_iterator((text for document in documents for text in texts_of(document)), trainer)
    return PreTrainedTokenizerFast(
        tokenizer_object=bpe,
        bos_token=text_separator,
        eos_token=end_of_turn,
        pad_token=text_separator,
        model_max_length=context_tokens,
        clean_up_tokenization_spaces=False,
        chat_template=chat_template,
    )


def encoded(document: dict, tokenizer: PreTrainedTokenizerFast) -> tuple[list[int], list[float]]:
    """Token ids of a document and the weight of each token as a prediction target."""
    ids: list[int] = []
    weights: list[float] = []

    def add(text: str, weight: float) -> None:
        piece = tokenizer.encode(text, add_special_tokens=False)
        ids.extend(piece)
        weights.extend([weight] * len(piece))

    if document["kind"] == "text":
        add(document["text"] + end_of_turn, 1.0)
    else:
        for message in document["messages"]:
            answer = message["role"] == "assistant"
            add(f"<|{message['role']}|>", question_weight)
            add(message["content"].strip() + end_of_turn, 1.0 if answer else question_weight)
    return ids[: context_tokens - 1], weights[: context_tokens - 1]


def batches(samples: list, order: random.Random, tokens_per_batch: int, lead: int) -> list:
    """Batches of similar length, each document from position 0: (ids [B, T], weights [B, T])."""
    shuffled = order.sample(samples, len(samples))
    result = []
    for start in range(0, len(shuffled), 1024):
        block = []
        for ids, weights in shuffled[start : start + 1024]:
            if order.random() < lead_separator_share:
                ids, weights = [lead, *ids], [0.0, *weights]
            block.append((ids, weights))
        block.sort(key=lambda sample: len(sample[0]))
        group: list = []
        for sample in block:
            if group and len(sample[0]) * (len(group) + 1) > tokens_per_batch:
                result.append(group)
                group = []
            group.append(sample)
        result.append(group)
    order.shuffle(result)
    return result


def padded(group: list, pad: int) -> tuple[torch.Tensor, torch.Tensor]:
    longest = max(len(ids) for ids, _ in group)
    ids = torch.tensor([[*ids, *[pad] * (longest - len(ids))] for ids, _ in group])
    weights = torch.tensor([[*w, *[0.0] * (longest - len(w))] for _, w in group])
    return ids, weights


def weighted_loss(model: LlamaForCausalLM, ids: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    """Mean negative log-likelihood in nats per token. ids, weights [B, T]; padding comes last."""
    hidden = model.model(input_ids=ids[:, :-1], use_cache=False).last_hidden_state
    targets, kept = ids[:, 1:], weights[:, 1:] > 0
    losses = torch.nn.functional.cross_entropy(model.lm_head(hidden[kept]), targets[kept], reduction="none")
    return (losses * weights[:, 1:][kept]).sum() / weights[:, 1:].sum()


@torch.no_grad()
def answer_loss(model: LlamaForCausalLM, samples: list, pad: int) -> float:
    model.eval()
    total = count = 0.0
    for group in batches(samples, random.Random(0), 4096, pad):
        ids, weights = padded(group, pad)
        weights = (weights == 1.0).float()
        loss = weighted_loss(model, ids, weights)
        count += weights[:, 1:].sum().item()
        total += loss.item() * weights[:, 1:].sum().item()
    model.train()
    return total / count


def train(options: argparse.Namespace) -> None:
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    # Every pass reads a new draw from the generator: the same subjects, asked in other words.
    passes = [generated_documents(options.seed + at, options.documents) for at in range(options.epochs)]
    documents = passes[0]
    held_out = generated_documents(options.seed + 1000, 600)
    tokenizer = trained_tokenizer(documents, options.vocabulary)
    samples = [[encoded(document, tokenizer) for document in drawn] for drawn in passes]
    validation = [encoded(document, tokenizer) for document in held_out]
    token_count = sum(len(ids) for drawn in samples for ids, _ in drawn)
    config = LlamaConfig(
        vocab_size=len(tokenizer),
        hidden_size=options.width,
        intermediate_size=options.inner_width,
        num_hidden_layers=options.layers,
        num_attention_heads=options.width // 64,
        num_key_value_heads=options.width // 64,
        max_position_embeddings=context_tokens,
        rms_norm_eps=1e-5,
        tie_word_embeddings=True,
        bos_token_id=tokenizer.bos_token_id,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
    )
    model = LlamaForCausalLM(config)
    parameters = sum(parameter.numel() for parameter in model.parameters())
    order = random.Random(options.seed)
    plan = [
        group
        for drawn in samples
        for group in batches(drawn, order, options.batch_tokens, tokenizer.bos_token_id)
    ]
    decayed = [p for p in model.parameters() if p.dim() > 1]
    plain = [p for p in model.parameters() if p.dim() == 1]
    optimizer = torch.optim.AdamW(
        [{"params": decayed, "weight_decay": 0.05}, {"params": plain, "weight_decay": 0.0}],
        lr=options.rate,
        betas=(0.9, 0.95),
    )

    def rate_at(step: int) -> float:
        warm_up = 100
        if step < warm_up:
            return (step + 1) / warm_up
        done = (step - warm_up) / max(1, len(plan) - warm_up)
        return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * done))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate_at)
    print(f"{parameters} parameters, {len(passes)} x {len(documents)} documents, {token_count} tokens, {len(plan)} steps", flush=True)
    curve = []
    recent: list[float] = []
    started = time.monotonic()
    model.train()
    for step, group in enumerate(plan):
        ids, weights = padded(group, tokenizer.pad_token_id)
        # Products in BF16 are twice as fast where the processor has them; the weights stay F32.
        with torch.autocast("cpu", torch.bfloat16, enabled=options.bfloat16):
            loss = weighted_loss(model, ids, weights)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad(set_to_none=True)
        recent.append(loss.item())
        if (step + 1) % 100 == 0 or step + 1 == len(plan):
            point = {"step": step + 1, "lossNatsPerToken": round(sum(recent) / len(recent), 4)}
            if (step + 1) % 500 == 0 or step + 1 == len(plan):
                point["validationLossNatsPerToken"] = round(answer_loss(model, validation, tokenizer.pad_token_id), 4)
            curve.append(point)
            recent = []
            print(point, f"{time.monotonic() - started:.0f} s", flush=True)
        if options.snapshot and (step + 1) % 1000 == 0:
            save(model, tokenizer, options.snapshot)
    full_loss = answer_loss(model, validation, tokenizer.pad_token_id)
    save(model, tokenizer, options.output)
    rounded = loaded(options.output)
    half_loss = answer_loss(rounded, validation, tokenizer.pad_token_id)
    log = {
        "seed": options.seed,
        "parameters": parameters,
        "passes": len(passes),
        "documentsPerPass": len(documents),
        "chatDocumentsInFirstPass": sum(document["kind"] == "chat" for document in documents),
        "englishDocumentsInFirstPass": sum(document["language"] == "en" for document in documents),
        "textBytesInFirstPass": sum(len(text.encode()) for document in documents for text in texts_of(document)),
        "tokensOfAllPasses": token_count,
        "steps": len(plan),
        "batchTokens": options.batch_tokens,
        "peakLearningRate": options.rate,
        "threads": options.threads,
        "products": "bfloat16" if options.bfloat16 else "float32",
        "durationSeconds": round(time.monotonic() - started),
        "torch": torch.__version__,
        "validationLossF32": round(full_loss, 5),
        "validationLossF16": round(half_loss, 5),
        "curve": curve,
    }
    (options.output / "training.json").write_text(json.dumps(log, indent=1) + "\n", encoding="utf-8")


def save(model: LlamaForCausalLM, tokenizer: PreTrainedTokenizerFast, folder: Path) -> None:
    """Writes the files of a Hugging Face model folder; weights as F16, the tied head left out."""
    folder.mkdir(parents=True, exist_ok=True)
    tensors = {
        name: tensor.detach().to(torch.float16).contiguous()
        for name, tensor in model.state_dict().items()
        if name != "lm_head.weight"
    }
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    (folder / "model.safetensors").chmod(0o644)
    config = model.config.to_dict()
    config.update(architectures=["LlamaForCausalLM"], dtype="float16")
    config = {key: config[key] for key in config_keys}
    write_json(folder / "config.json", config)
    write_json(
        folder / "generation_config.json",
        {
            "bos_token_id": tokenizer.bos_token_id,
            "eos_token_id": tokenizer.eos_token_id,
            "pad_token_id": tokenizer.pad_token_id,
            "do_sample": False,
            "max_new_tokens": 128,
        },
    )
    tokenizer.backend_tokenizer.save(str(folder / "tokenizer.json"))
    write_json(
        folder / "tokenizer_config.json",
        {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "bos_token": text_separator,
            "eos_token": end_of_turn,
            "pad_token": text_separator,
            "add_bos_token": False,
            "clean_up_tokenization_spaces": False,
            "model_max_length": context_tokens,
            "chat_template": chat_template,
        },
    )


def write_json(file: Path, value: dict) -> None:
    file.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def loaded(folder: Path) -> LlamaForCausalLM:
    """The model as other programs read it: the F16 file, computed in F32."""
    model = LlamaForCausalLM(LlamaConfig.from_pretrained(folder))
    missing, unexpected = model.load_state_dict(
        {name: tensor.float() for name, tensor in load_file(folder / "model.safetensors").items()}, strict=False
    )
    if unexpected or set(missing) - {"lm_head.weight"}:
        raise SystemExit(f"the weights do not fit the configuration: {missing} {unexpected}")
    return model.float().eval()


def record_hashes(folder: Path) -> None:
    """Rewrites the table at the end of SOURCE.md, where the folder has one."""
    source = folder / "SOURCE.md"
    if not source.exists():
        return
    lines = source.read_text(encoding="utf-8").split("\n")
    kept = lines[: lines.index("|---|---|---|") + 1]
    for file in sorted(folder.glob("*")):
        if file.suffix != ".md":
            data = file.read_bytes()
            kept.append(f"| {file.name} | {len(data)} | {hashlib.sha256(data).hexdigest()} |")
    source.write_text("\n".join(kept) + "\n", encoding="utf-8")


def words(text: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return " " + " ".join(re.findall(r"[^\W_]+", bare)) + " "


def verdict(question: dict, answer: str, ended: bool) -> str:
    """'' when the answer is on topic, else what is wrong with it."""
    said = words(answer)
    tokens = said.split()
    fours = [tuple(tokens[i : i + 4]) for i in range(len(tokens) - 3)]
    if not ended:
        return "does not end"
    if len(tokens) > 60:
        return "too long"
    if len(fours) - len(set(fours)) > 1:
        return "repeats itself"
    if any(words(phrase) in said for phrase in question["noneOf"]):
        return "says what it must not say"
    if not any(words(phrase) in said for phrase in question["anyOf"]):
        return "off topic"
    return ""


@torch.no_grad()
def complete(model: LlamaForCausalLM, tokenizer: PreTrainedTokenizerFast, prompt: str, limit: int) -> tuple[str, bool]:
    """Greedy continuation of a text, and whether it ended by itself."""
    ids = tokenizer.encode(prompt, add_special_tokens=False, return_tensors="pt")
    produced = model.generate(ids, attention_mask=torch.ones_like(ids), do_sample=False, max_new_tokens=limit)
    new = produced[0, ids.shape[1] :]
    return tokenizer.decode(new, skip_special_tokens=True).strip(), int(new[-1]) == tokenizer.eos_token_id


def chat_prompt(tokenizer: PreTrainedTokenizerFast, *turns: str) -> str:
    roles = ["user", "assistant"]
    messages = [{"role": roles[i % 2], "content": turn} for i, turn in enumerate(turns)]
    return tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True)


def evaluate(folder: Path, threads: int) -> None:
    torch.set_num_threads(threads)
    tokenizer = PreTrainedTokenizerFast.from_pretrained(folder)
    model = loaded(folder)
    questions = json.loads(questions_file.read_text(encoding="utf-8"))
    results = []
    for question in questions["questions"]:
        prompt = chat_prompt(tokenizer, question["ask"])
        answer, ended = complete(model, tokenizer, prompt, questions["maxNewTokens"])
        wrong = verdict(question, answer, ended)
        results.append({"id": question["id"], "answer": answer, "onTopic": wrong == "", "wrong": wrong})
        print(("ok  " if wrong == "" else "BAD ") + f"{question['ask']}\n      {answer}  {wrong}")
    score: dict = {}
    for question, result in zip(questions["questions"], results):
        counts = score.setdefault(question["round"], {}).setdefault(question["language"], {"onTopic": 0, "questions": 0})
        counts["questions"] += 1
        counts["onTopic"] += result["onTopic"]
    print(json.dumps(score))
    write_json(folder / "evaluation.json", {"decoding": "greedy", "score": score, "results": results})
    record_hashes(folder)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--evaluate", action="store_true", help="evaluate the files in the output folder")
    parser.add_argument("--output", type=Path, default=output)
    parser.add_argument("--snapshot", type=Path, help="folder for the state after every 1000 steps")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--documents", type=int, default=30000)
    parser.add_argument("--vocabulary", type=int, default=3072)
    parser.add_argument("--width", type=int, default=256)
    parser.add_argument("--inner-width", type=int, default=640)
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--epochs", type=int, default=5, help="passes, each with its own draw")
    parser.add_argument("--batch-tokens", type=int, default=2048)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--bfloat16", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    if not arguments.evaluate:
        train(arguments)
    evaluate(arguments.output, arguments.threads)
