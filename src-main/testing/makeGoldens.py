"""Writes the reference values the tests compare with (development only).

    python3 -m venv VENV
    VENV/bin/pip install torch==2.14.1 transformers==5.23.0 peft==0.21.2 tokenizers==0.23.3 \
        sentencepiece==0.2.3 protobuf==7.36.2 safetensors==0.8.0 numpy==2.4.6 jinja2==3.1.6
    VENV/bin/python src-main/testing/makeGoldens.py [SUBCOMMAND …]

Without a subcommand everything is written again, into src-main/testing/goldens/. Same versions,
same files. Other versions are refused: a golden that moves must move on purpose.
"""

import argparse
import hashlib
import io
import json
import random
import tempfile
from functools import partial
from pathlib import Path

import goldenAdapters
import goldenBpe
import goldenMasked
import goldenModels
import goldenTexts
import goldenTraining
from goldenFiles import GOLDENS, HERE, VERSIONS, check_versions, write_json

# Test material beside the repository that may not be committed; what is computed with it may.
SHARED = HERE.parents[2] / "shared" / "data"


# --- models --------------------------------------------------------------------------------------


def tensor_hash(path):
    """SHA-256 as the docstring of hashTensors in formats/safetensors.ts has it, read by numpy."""
    from safetensors import safe_open

    dtypes = {"float32": "F32"}
    u64 = lambda *values: b"".join(value.to_bytes(8, "little") for value in values)
    sha256 = hashlib.sha256(b"lethe-tensors-1\0")
    with safe_open(path, framework="numpy") as file:
        for name in sorted(file.keys(), key=str.encode):
            tensor = file.get_tensor(name)
            dtype, data = dtypes[tensor.dtype.name], tensor.tobytes()
            sha256.update(u64(len(name.encode())) + name.encode() + u64(len(dtype)) + dtype.encode())
            sha256.update(u64(tensor.ndim, *tensor.shape) + u64(len(data)) + data)
    return sha256.hexdigest()


def tensor_hashes():
    write_json(
        GOLDENS / "tensorHashes.json",
        {
            name: tensor_hash(GOLDENS / name / "model.safetensors")
            for name in goldenModels.FAMILIES["llama"]
        },
    )


# --- tokenizers ----------------------------------------------------------------------------------

TOKENIZERS = GOLDENS / "tokenizers"

# Full-width forms, ligatures, accents and spaces: a map of our own keeps the model file small.
NORMALIZATION_RULES = {
    "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\u00bd": "1/2", "\u2026": "...", "\u212b": "\u00e5",
    "e\u0301": "\u00e9", "a\u0303": "\u00e3", "o\u0302\u0323": "\u1ed9", "\u2122": "TM", "\ufdfa": "\u0635\u0644\u0649 \u0627\u0644\u0644\u0647",
    "\u3000": " ", "\u00a0": " ", "\t": " ", "\n": " ", "\r": " ", "\u2028": " ", "\u2003": "  ", "\u200b": "", "\ufeff": "",
    **{chr(0xFF01 + offset): chr(0x21 + offset) for offset in range(94)},
}  # fmt: skip

SENTENCEPIECE_MODELS = {
    "unigram": dict(
        model_type="unigram",
        vocab_size=400,
        user_defined_symbols=["<sep>", "▁R$"],
        control_symbols=["<|begin|>", "<|end|>"],
        rules=True,
    ),
    "unigramBytes": dict(
        model_type="unigram",
        vocab_size=600,
        byte_fallback=True,
        add_dummy_prefix=False,
        remove_extra_whitespaces=False,
        normalization_rule_name="identity",
        user_defined_symbols=["  ", "<sep>"],
    ),
    "bpe": dict(
        model_type="bpe",
        vocab_size=600,
        byte_fallback=True,
        remove_extra_whitespaces=False,
        normalization_rule_name="identity",
        user_defined_symbols=["<sep>", "42"],
        split_digits=True,
        allow_whitespace_only_pieces=True,
        pad_id=3,
    ),
    "bpeAcrossWords": dict(
        model_type="bpe",
        vocab_size=500,
        split_by_whitespace=False,
        control_symbols=["<mask>"],
        bos_id=-1,
        unk_surface="<?>",
        rules=True,
    ),
    "bpeSuffix": dict(
        model_type="bpe",
        vocab_size=400,
        treat_whitespace_as_suffix=True,
        normalization_rule_name="identity",
    ),
}


def tokenizers():
    cases = goldenTexts.cases()
    write_json(TOKENIZERS / "cases.json", cases)
    for name, options in SENTENCEPIECE_MODELS.items():
        path = TOKENIZERS / f"{name}.model"
        path.write_bytes(train_sentencepiece(**options))
        write_json(TOKENIZERS / f"{name}.expected.json", sentencepiece_expected(path, cases))
    for name, build in TOKENIZER_JSONS.items():
        path = TOKENIZERS / f"{name}.json"
        build().save(str(path), pretty=False)
        write_json(TOKENIZERS / f"{name}.expected.json", tokenizer_json_expected(path, cases))
    shared_tokenizers(cases)


def train_sentencepiece(rules=False, **options):
    import sentencepiece
    from sentencepiece import sentencepiece_model_pb2

    model = io.BytesIO()
    if rules:
        table = Path(tempfile.mkdtemp()) / "rules.tsv"
        code_points = lambda text: " ".join(f"{ord(character):X}" for character in text)
        lines = [f"{code_points(a)}\t{code_points(b)}\n" for a, b in sorted(NORMALIZATION_RULES.items())]
        table.write_text("".join(lines), encoding="utf-8")
        options["normalization_rule_tsv"] = str(table)
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(goldenTexts.corpus()),
        model_writer=model,
        num_threads=1,
        character_coverage=1.0 if not options.get("byte_fallback") else 0.999,
        hard_vocab_limit=False,
        minloglevel=2,
        **options,
    )
    trained = sentencepiece_model_pb2.ModelProto.FromString(model.getvalue())
    # Where the rules lay while training is nobody's business.
    trained.normalizer_spec.ClearField("normalization_rule_tsv")
    trained.trainer_spec.ClearField("model_prefix")
    return trained.SerializeToString(deterministic=True)


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def id_sequences(size, special=()):
    """Ids in any order, special and byte ones among them."""
    rng = random.Random(5)
    special = list(special)
    pick = lambda: rng.choice(special) if special and rng.random() < 0.2 else rng.randrange(size)
    return [[pick() for _ in range(rng.randrange(1, 12))] for _ in range(60)]


def sentencepiece_expected(path, cases):
    import sentencepiece

    processor = sentencepiece.SentencePieceProcessor(model_file=str(path))
    ids = [processor.encode(text) for text in cases]
    size = processor.get_piece_size()
    special = [i for i in range(size) if processor.is_control(i) or processor.is_unknown(i)]
    low = [*range(min(size, 260))]
    sequences = id_sequences(size, special) + id_sequences(len(low))
    return {
        "versions": {"sentencepiece": VERSIONS["sentencepiece"]},
        "vocabularySize": size,
        "bosId": processor.bos_id() if processor.bos_id() >= 0 else None,
        "eosId": processor.eos_id() if processor.eos_id() >= 0 else None,
        "ids": ids,
        "decodedDigests": [digest(processor.decode(row)) for row in ids],
        "sequences": [{"ids": row, "digest": digest(processor.decode(row))} for row in sequences],
    }


def byte_level_gpt2():
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors

    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.post_processor = processors.ByteLevel(trim_offsets=False)
    return train_tokenizer(tokenizer, ["<|endoftext|>"])


def byte_level_split():
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

    pattern = (
        r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}|"
        r" ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
    )
    tokenizer = Tokenizer(models.BPE(ignore_merges=True))
    tokenizer.normalizer = normalizers.NFC()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(pattern), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    train_tokenizer(tokenizer, ["<|begin|>", "<|end|>", "<sep>"])
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<|begin|> $A", special_tokens=[("<|begin|>", tokenizer.token_to_id("<|begin|>"))]
    )
    return tokenizer


def digits_byte_level():
    from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers

    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Digits(individual_digits=True),
            pre_tokenizers.Punctuation("isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=True),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    train_tokenizer(tokenizer, ["<|endoftext|>"])
    tokenizer.add_tokens([AddedToken("the old", normalized=True), AddedToken("  ", normalized=False)])
    return tokenizer


def byte_fallback_prepend():
    from tokenizers import Tokenizer, decoders, models, normalizers

    tokenizer = Tokenizer(models.BPE(byte_fallback=True, fuse_unk=True, unk_token="<unk>"))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")]
    )
    tokenizer.decoder = decoders.Sequence(
        [decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse(), decoders.Strip(" ", 1, 0)]
    )
    return train_tokenizer(tokenizer, ["<unk>", "<s>", "</s>", *[f"<0x{i:02X}>" for i in range(256)]], special=3)


def metaspace():
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers

    tokenizer = Tokenizer(models.BPE(unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="first", split=True)
    tokenizer.decoder = decoders.Metaspace(prepend_scheme="first")
    return train_tokenizer(tokenizer, ["<unk>", "<s>", "</s>"])


def word_piece(cased=False):
    """As transformers makes it of a BERT vocabulary: here the corpus's characters and its commonest words."""
    from collections import Counter

    from tokenizers import BertWordPieceTokenizer

    settings = dict(lowercase=not cased, strip_accents=None, handle_chinese_chars=True)
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    bare = BertWordPieceTokenizer(**settings)
    counts = Counter(
        word
        for text in goldenTexts.corpus()
        for word, _ in bare.pre_tokenizer.pre_tokenize_str(bare.normalizer.normalize_str(text))
    )
    words = sorted(counts, key=lambda word: (-counts[word], word))
    characters = sorted({character for word in words for character in word})
    pieces = [*characters, *(f"##{character}" for character in characters), *words[:200]]
    pieces += [f"##{word[2:]}" for word in words[:200] if len(word) > 4]
    vocabulary = {token: id for id, token in enumerate(dict.fromkeys([*special, *pieces]))}
    tokenizer = BertWordPieceTokenizer(vocabulary, **settings)
    (TOKENIZERS / f"wordPiece{'Cased' if cased else ''}.vocab.txt").write_text(
        "".join(f"{token}\n" for token in vocabulary), encoding="utf-8"
    )
    return tokenizer


TOKENIZER_JSONS = {
    "wordPiece": word_piece,
    "wordPieceCased": partial(word_piece, cased=True),
    "byteLevel": byte_level_gpt2,
    "byteLevelSplit": byte_level_split,
    "byteLevelDigits": digits_byte_level,
    "byteFallback": byte_fallback_prepend,
    "metaspace": metaspace,
}


def train_tokenizer(tokenizer, special_tokens, special=None):
    """Trains on the corpus; the first `special` of the given tokens (or all) stay special."""
    from tokenizers import Tokenizer, pre_tokenizers, trainers

    alphabet = pre_tokenizers.ByteLevel.alphabet() if "ByteLevel" in str(tokenizer.decoder) else []
    trainer = trainers.BpeTrainer(
        vocab_size=600,
        special_tokens=special_tokens,
        initial_alphabet=sorted(alphabet),
        show_progress=False,
    )
    tokenizer.train_from_iterator(goldenTexts.corpus(), trainer)
    if special is not None:
        # Byte tokens belong to the vocabulary alone, as in published files.
        data = json.loads(tokenizer.to_str())
        data["added_tokens"] = data["added_tokens"][:special]
        tokenizer = Tokenizer.from_str(json.dumps(data))
    return tokenizer


def tokenizer_json_expected(path, cases):
    from transformers import PreTrainedTokenizerFast

    reference = PreTrainedTokenizerFast(tokenizer_file=str(path), clean_up_tokenization_spaces=False)
    size = len(reference)
    special = [token.content for token in reference.added_tokens_decoder.values()]
    ids = [reference(text, add_special_tokens=False)["input_ids"] for text in cases]
    decode = lambda row, skip: reference.decode(row, skip_special_tokens=skip)
    sequences = id_sequences(size, reference.convert_tokens_to_ids(special)) + id_sequences(min(size, 300))
    return {
        "versions": {package: VERSIONS[package] for package in ("transformers", "tokenizers")},
        "vocabularySize": max(reference.get_vocab().values()) + 1,
        "ids": ids,
        "withSpecialTokens": reference("a b")["input_ids"],
        "decodedDigests": [digest(decode(row, True)) for row in ids],
        "sequences": [
            {"ids": row, "digest": digest(decode(row, True)), "digestWithSpecial": digest(decode(row, False))}
            for row in sequences
        ],
    }


SHARED_SENTENCEPIECE = [
    "models/stories260K/tokenizer.model",
    "models/tiny-t5/spiece.model",
    "tokenizers/sentencepiece-test/test_model.model",
    "tokenizers/marian-en-mg/source.spm",
    "tokenizers/marian-en-mg/target.spm",
]
SHARED_TOKENIZER_JSON = [
    "models/tiny-gpt2-genai/tokenizer.json",
    "tokenizers/roberta-base/tokenizer.json",
    "tokenizers/falcon/tokenizer.json",
]
SHARED_TEXTS = "tokenizers/ggml-vocab-llama-spm.gguf.inp"
SHARED_LONG_TEXTS = ["text/tinyshakespeare.txt", "text/machado/domCasmurro.txt"]


def shared_texts():
    """46 texts; a separator line, with the newlines around it, ends each."""
    content = (SHARED / SHARED_TEXTS).read_bytes().decode()
    return content.split("\n__ggml_vocab_test__\n")[:-1]


def shared_tokenizers(cases):
    if not SHARED.exists():
        print("SKIPPED: the tokenizers of ../shared/data are absent; their goldens stay as they are")
        return
    texts = shared_texts() + cases
    long_texts = [(SHARED / path).read_bytes().decode() for path in SHARED_LONG_TEXTS]
    expected = {}
    for paths, of in (
        (SHARED_SENTENCEPIECE, sentencepiece_expected),
        (SHARED_TOKENIZER_JSON, tokenizer_json_expected),
    ):
        for path in paths:
            full = of(SHARED / path, texts)
            long_ids = of(SHARED / path, long_texts)["ids"]
            expected[path] = {
                "versions": full["versions"],
                "vocabularySize": full["vocabularySize"],
                # Digests: the ids themselves would be long.
                "idDigests": [digest(" ".join(map(str, row))) for row in full["ids"]],
                "decodedDigests": full["decodedDigests"],
                "sequences": full["sequences"],
                "longIdDigests": [digest(" ".join(map(str, row))) for row in long_ids],
            }
    write_json(TOKENIZERS / "shared.expected.json", expected)


# --- chat templates ------------------------------------------------------------------------------

CHATS = GOLDENS / "chatTemplates"

CONVERSATIONS = [
    [("user", "Hello")],
    [("user", "  Olá!\n\nTudo bem? "), ("assistant", "Tudo, e você?"), ("user", "Também 😀")],
    [("system", "Answer in one word."), ("user", "Why?")],
    [("system", " Be \"brief\" & <kind>.\n"), ("user", "1 < 2?"), ("assistant", "Yes."), ("user", "{{ messages }} {% if %}")],
    [("user", "a"), ("assistant", "b")],
    [("system", "x"), ("user", "a"), ("assistant", " b\n"), ("user", "c"), ("assistant", "d"), ("user", "e")],
    [("assistant", "I begin"), ("user", "and I follow")],
    [("user", "two"), ("user", "in a row")],
    [("system", "")],
]  # fmt: skip

SHARED_TEMPLATES = [
    "google-gemma-2-2b-it",
    "meta-llama-Llama-3.2-3B-Instruct",
    "mistralai-Mistral-Nemo-Instruct-2407",
    "Qwen-Qwen2.5-7B-Instruct",
]


def chat_templates():
    write_json(
        CHATS / "conversations.json",
        [[{"role": role, "content": text} for role, text in turns] for turns in CONVERSATIONS],
    )
    for path in sorted(CHATS.glob("*.jinja")):
        write_json(CHATS / f"{path.stem}.expected.json", rendered_chats(path))
    if not SHARED.exists():
        print("SKIPPED: the templates of ../shared/data are absent; their goldens stay as they are")
        return
    folder = SHARED / "tokenizers" / "chat-templates"
    write_json(
        CHATS / "shared.expected.json",
        {name: rendered_chats(folder / f"{name}.jinja", short=True) for name in SHARED_TEMPLATES},
    )


def rendered_chats(path, short=False):
    """What transformers makes of each conversation, null where the template refuses."""
    import jinja2
    from tokenizers import Tokenizer, models
    from transformers import PreTrainedTokenizerFast

    reference = PreTrainedTokenizerFast(
        tokenizer_object=Tokenizer(models.BPE()), bos_token="<s>", eos_token="</s>"
    )
    template = path.read_text(encoding="utf-8")

    def render(turns, prompt):
        messages = [{"role": role, "content": text} for role, text in turns]
        try:
            text = reference.apply_chat_template(
                messages,
                chat_template=template,
                tokenize=False,
                add_generation_prompt=prompt,
                date_string="26 Jul 2024",
            )
        except jinja2.exceptions.TemplateError:
            return None
        return digest(text) if short else text

    return [
        {
            "prompt": render(turns, True),
            "noPrompt": render(turns, False),
            "foldedPrompt": render(folded(turns), True),
        }
        for turns in CONVERSATIONS
    ]


def folded(turns):
    """The system text in front of the first user message."""
    system = [text for role, text in turns if role == "system"]
    others = [turn for turn in turns if turn[0] != "system"]
    for index, (role, text) in enumerate(others):
        if role == "user" and system:
            return [*others[:index], (role, f"{system[0]}\n\n{text}"), *others[index + 1 :]]
    return others or turns


SUBCOMMANDS = {
    **{family: partial(goldenModels.write_family, family) for family in goldenModels.FAMILIES},
    "masked": goldenMasked.write_all,
    "training": goldenTraining.write_all,
    "adapters": goldenAdapters.write_all,
    "tensorHashes": tensor_hashes,
    "tokenizers": tokenizers,
    "merges": goldenBpe.write_all,
    "chatTemplates": chat_templates,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("subcommands", nargs="*", choices=[[], *SUBCOMMANDS])
    chosen = parser.parse_args().subcommands or list(SUBCOMMANDS)
    check_versions()
    for name in chosen:
        SUBCOMMANDS[name]()


if __name__ == "__main__":
    main()
