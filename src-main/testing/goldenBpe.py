"""What the reference learns as merges: from the hard texts of the tokenizer goldens, and from texts in
which nearly every choice is a tie or the same token can be made in two ways."""

import hashlib
import json
import random

import goldenTexts
from goldenFiles import GOLDENS, VERSIONS, write_json

LLAMA3_PATTERN = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}|"
    r" ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)
SPECIAL = ["<|begin|>", "<|end|>", "<sep>"]


def tied_texts(letters, seed, count=150):
    """Words of few letters, most of them as often as others."""
    rng = random.Random(seed)
    word = lambda: "".join(rng.choice(letters) for _ in range(rng.randrange(1, 9)))
    return [" ".join(word() for _ in range(rng.randrange(1, 8))) for _ in range(count)]


# name: texts (None: goldens/tokenizers/cases.json), splitting, vocabulary, special tokens, least count
RUNS = {
    "hard texts, GPT-2's way": (None, "gpt2", 700, SPECIAL[:1], 2),
    "hard texts, LLaMA 3's way": (None, "llama3", 900, SPECIAL, 1),
    "until no pair is left": (tied_texts("ab", 1, 12), "gpt2", 5000, [], 1),
    "until pairs are rare": (tied_texts("abc", 2, 60), "gpt2", 5000, [], 7),
    "runs of one letter": (tied_texts("aaab", 3), "gpt2", 400, SPECIAL, 1),
    "ties": (tied_texts("abcdefgh", 4), "llama3", 600, SPECIAL, 1),
    "no merges": (tied_texts("abc", 5, 3), "gpt2", 259, SPECIAL, 1),
}


def write_all():
    cases = goldenTexts.cases()
    runs = {name: run(texts or cases, *rest) | {"texts": texts} for name, (texts, *rest) in RUNS.items()}
    write_json(
        GOLDENS / "tokenizers" / "merges.json",
        {"versions": {"tokenizers": VERSIONS["tokenizers"]}, "runs": runs},
    )


def run(texts, splitting, vocabulary_size, special_tokens, minimum_count):
    from tokenizers import Regex, Tokenizer, models, pre_tokenizers, trainers

    tokenizer = Tokenizer(models.BPE())
    split = pre_tokenizers.Split(Regex(LLAMA3_PATTERN), "isolated")
    byte_level = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=splitting == "gpt2")
    tokenizer.pre_tokenizer = (
        byte_level if splitting == "gpt2" else pre_tokenizers.Sequence([split, byte_level])
    )
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary_size,
        special_tokens=special_tokens,
        min_frequency=minimum_count,
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    model = json.loads(tokenizer.to_str())["model"]
    tokens = sorted(model["vocab"], key=model["vocab"].get)
    ids = [tokenizer.encode(text, add_special_tokens=False).ids for text in texts]
    return {
        "splitting": splitting,
        "vocabularySize": vocabulary_size,
        "specialTokens": special_tokens,
        "minimumCount": minimum_count,
        "tokenCount": len(tokens),
        "tokensSha256": hashlib.sha256("\n".join(tokens).encode()).hexdigest(),
        "merges": [" ".join(pair) for pair in model["merges"]],
        "idsSha256": hashlib.sha256(json.dumps(ids, separators=(",", ":")).encode()).hexdigest(),
    }
