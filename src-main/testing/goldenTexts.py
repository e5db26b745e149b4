"""Texts for the tokenizer goldens: a small bilingual corpus to train on, and hard cases to encode.

Everything here was written for this project.
"""

import random

EN_SUBJECTS = ["the old clock", "a small boat", "my neighbour", "the river", "every student", "the baker", "a quiet cat", "the engineer", "this model", "the garden"]
EN_VERBS = ["remembers", "forgets", "watches", "carries", "builds", "follows", "hears", "measures", "repairs", "paints"]
EN_OBJECTS = ["the morning light", "a broken window", "every name it was given", "the long road home", "three letters", "an empty room", "the sound of rain", "two hundred records", "a green door", "what was written yesterday"]
PT_SUBJECTS = ["o relógio antigo", "a canoa pequena", "minha vizinha", "o rio", "cada estudante", "a padeira", "um gato quieto", "a engenheira", "este modelo", "o jardim"]
PT_VERBS = ["lembra", "esquece", "observa", "carrega", "constrói", "segue", "ouve", "mede", "conserta", "pinta"]
PT_OBJECTS = ["a luz da manhã", "uma janela quebrada", "cada nome que recebeu", "o caminho de volta", "três cartas", "um quarto vazio", "o som da chuva", "duzentos registros", "uma porta verde", "o que se escreveu ontem"]


def corpus():
    """About 600 sentences in English and Brazilian Portuguese, with numbers, code and marks."""
    rng = random.Random(7)
    sentences = []
    for subjects, verbs, objects, joints in (
        (EN_SUBJECTS, EN_VERBS, EN_OBJECTS, ["and then", "because", "but", "while"]),
        (PT_SUBJECTS, PT_VERBS, PT_OBJECTS, ["e depois", "porque", "mas", "enquanto"]),
    ):
        for index in range(300):
            one = f"{rng.choice(subjects)} {rng.choice(verbs)} {rng.choice(objects)}"
            other = f"{rng.choice(subjects)} {rng.choice(verbs)} {rng.choice(objects)}"
            sentence = f"{one} {rng.choice(joints)} {other}"
            mark = rng.choice([".", ".", "!", "?", "…"])
            sentences.append(sentence[0].upper() + sentence[1:] + mark)
            if index % 10 == 0:
                sentences.append(f"if (count_{index} >= {rng.randrange(1000)}) {{ return items[{index}]; }}")
            if index % 12 == 0:
                sentences.append(f"{rng.randrange(1, 29)}/{rng.randrange(1, 13)}/20{rng.randrange(10, 30)}: R$ {rng.randrange(10, 9999)},{rng.randrange(10, 99)} / {rng.randrange(100)}%")
    return sentences


def cases():
    """Texts to encode. The order is part of the goldens."""
    return [*PLAIN, *SPACES, *CONTROLS, *FORMS, *SCRIPTS, *EMOJI, *CODE, *SYMBOLS, *long_cases(), *random_cases()]


PLAIN = [
    "",
    "a",
    "Hello",
    "hello world",
    "Hello, world!",
    "The old clock remembers the morning light.",
    "the old clock forgets; the river doesn't.",
    "I'm sure they've said it's what we'd expect, and you'll see they're right.",
    "IT'S WHAT WE'D SAY, ISN'T IT? 'S 'T 'RE 'VE 'M 'LL 'D",
    "O relógio antigo lembra a luz da manhã.",
    "A ação da maçã: coração, pé, avó, avô, ônibus, lingüiça, à toa.",
    "São Paulo, 3 de março de 2021, às 14h30.",
    "Quem não arrisca não petisca!",
    "Ela disse: “não sei” — e saiu… depois voltou.",
    "¿Dónde está el niño? ¡Aquí!",
    "Füße, Größe, Ärger, Übermut, straße",
    "l'été à Noël, où ça, çà et là, œuvre, cœur",
    "Zażółć gęślą jaźń",
    "Příliš žluťoučký kůň úpěl ďábelské ódy",
    "İstanbul'da ığdır ışığı",
    "Ðe quick þing",
    "antidisestablishmentarianism",
    "inconstitucionalissimamente",
    "UPPER lower MiXeD cAsE",
    "one two  three   four    five",
    "1 12 123 1234 12345 123456 1234567 12345678 0.5 3,14 1e-10 -7 +42 2^10",
    "1234567890" * 3,
    "R$ 1.234,56 US$ 1,234.56 €99 £5 ¥1000 50%",
    "10/12/2024 2024-12-10T08:30:00Z",
    "CPF 000.000.000-00, CEP 01310-100, +55 11 91234-5678",
    "someone@example.org https://example.org/a/b?c=d&e=f#g",
    "Dr. Ms. e.g. i.e. etc. No. 5 vs. a.m.",
    "(parentheses) [brackets] {braces} <angles>",
    "\"double\" 'single' `back` «guillemets» „low“ ‚single‘",
    "a-b a–b a—b a‑b a_b a/b a\\b a|b",
    "ha" * 20,
    "no" + "o" * 30 + "!",
    "!!!???...,,,;;;:::",
    "...and so on...",
]

SPACES = [
    " ",
    "  ",
    "   ",
    "    a",
    "a ",
    "a  ",
    " a",
    "  a",
    " a ",
    "\t",
    "\t\t",
    "\ta",
    "a\tb",
    "a \t b",
    "\n",
    "\n\n",
    "\n\n\n",
    "a\n",
    "\na",
    "a\nb",
    "a\n\nb",
    "a \n b",
    "a\n \nb",
    "line one\r\nline two\r\n",
    "\r",
    "a\rb",
    " \n",
    "\n ",
    "\t\n",
    "\u00a0",
    "a\u00a0b",
    "1\u202f234",
    "a\u2003b\u2009c\u200ad",
    "a\u3000b",
    "\u3000",
    "a\u2028b\u2029c",
    "a\u0085b",
    "\u0085",
    "a\u1680b\u205fc",
    "a\u200bb",
    "\ufeffbom",
    "a\ufeffb",
    "  \ufeff  x",
    "▁",
    "▁a",
    "a▁b",
    "a ▁ b",
    "▁▁▁ a",
    "a\u000bb\u000cc",
]

CONTROLS = [
    "\x00",
    "a\x00b",
    "\x00\x00",
    "\x01\x02\x03",
    "a\x07b\x08c",
    "\x1b[31mred\x1b[0m",
    "\x7f",
    "a\x80b\x9fc",
    "a\u00adb",
    "a\u200cb\u200dc",
    "a\u200eb\u200fc",
    "\u202aabc\u202c",
    "a\u2060b",
    "\ufffd",
    "a\ufffdb\ufffd\ufffd",
    "\ufffe\uffff",
    "\ue000\uf8ff",
    "\U000e0041\U000e007f",
    "\U0010ffff",
    "<s>",
    "</s>",
    "<unk>",
    "<s>a</s>",
    "<pad>",
    "<0x41>",
    "<0x0A><0xFF>",
    "<|endoftext|>",
    "a<|endoftext|>b",
    "a <|endoftext|> b",
    "<|begin|>hello<|end|>",
    "<|begin|> <|end|>  <|begin|>",
    "<sep>",
    "a<sep>b",
    " <sep> <sep>",
    "<mask>",
    "[INST] hi [/INST]",
]

FORMS = [
    "ﬁne ﬂag oﬃce eﬄuent ﬀ ﬅ ﬆ",
    "ＦＵＬＬ　ｗｉｄｔｈ １２３",
    "ｶﾞｷﾞｸﾞ ﾊﾟﾋﾟ",
    "①②③ ⑩ ⒈ ⑴ ⓐ",
    "½ ¼ ¾ ⅓ ⅛",
    "x² y³ z⁴ H₂O",
    "™ ® © ℃ ℉ Å Ω № ℡",
    "Ⅳ ⅷ ⅻ",
    "㌀ ㍿ ㎏ ㏒",
    "e\u0301 é",
    "a\u0300\u0301\u0302",
    "n\u0303ao na\u0303o",
    "o\u0302\u0323 ộ",
    "q\u0307\u0323 q\u0323\u0307",
    "각 각",
    "ᄀ ᆨ",
    "豈 更 車",
    "ﷺ ﷽",
    "ﻻ ﺍ",
    "ĳ Ǆ ǅ ǆ",
    "…‥․",
    "‘’‚‛“”„‟",
    "ªº",
    "µ μ",
    "ſ ẛ",
    "🄰 🅐 🆗",
    "𝐇𝐞𝐥𝐥𝐨 𝒲𝑜𝓇𝓁𝒹 𝟘𝟙𝟚",
    "～ 〜 ~",
]

SCRIPTS = [
    "Ещё не наступило завтра, а вчера уже прошло.",
    "Щука, объём, подъезд, Ёлка",
    "Γνῶθι σεαυτόν",
    "ΑΣ ας",
    "שלום עולם",
    "שָׁלוֹם",
    "مرحبا بالعالم",
    "مُحَمَّد ١٢٣",
    "नमस्ते दुनिया",
    "क्षत्रिय",
    "বাংলা ভাষা",
    "தமிழ் மொழி",
    "ภาษาไทยไม่มีช่องว่าง",
    "ខ្មែរ",
    "မြန်မာ",
    "ქართული",
    "Հայերեն",
    "አማርኛ",
    "今日はいい天気ですね。",
    "東京都は日本の首都です",
    "カタカナ ひらがな",
    "你好，世界！",
    "我们去年在北京见过面。",
    "안녕하세요 세계",
    "𠮷野家",
    "Hello 世界 мир κόσμε 🌍",
    "abcабвαβγ",
    "日本語English日本語",
    "ɪntəˈnæʃənəl",
    "ʰʲʷ ˈˌ",
    "ⲕⲁⲗⲁ",
    "ᚠᚢᚦ",
]

EMOJI = [
    "😀",
    "😀😁😂",
    "a😀b",
    "👍🏽",
    "👩‍👩‍👧‍👦",
    "👨🏿‍🚀 flies",
    "🏳️‍🌈",
    "🇧🇷 🇵🇹 🇺🇸",
    "❤️ ❤",
    "☺️☹",
    "1️⃣ #️⃣",
    "🤷🏻‍♀️?",
    "🫠🪿🩷",
    "🧑🏾‍❤️‍💋‍🧑🏻",
    "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "✅ ✔ ✗ ★ ♫ ☕",
]

CODE = [
    "def f(x):\n    return x + 1\n",
    "for (let i = 0; i < n; i++) {\n\tconsole.log(`${i}: ${a[i] ?? null}`)\n}\n",
    "SELECT * FROM t WHERE a = 'x' AND b <> 3;",
    "<div class=\"a b\" id='c'>&nbsp;&amp;</div>",
    "{\"key\": [1, 2.5, null, true], \"nested\": {\"a\": \"\\u00e9\"}}",
    "# Title\n\n- item **bold** _it_ `code`\n  1. one\n  2. two\n\n> quote\n",
    "    indented\n        more\n\t\ttabs\n",
    "a=b;c==d;e===f;g!=h;i<=j;k=>l;m->n;o::p;q&&r||s",
    "x = y // z  # note\n/* block */ // line",
    "#include <stdio.h>\nint main(void) { printf(\"%d\\n\", 0x1F); }",
    "C:\\folder\\file.txt /usr/bin/env ~/.config ../up ./here",
    "snake_case camelCase PascalCase kebab-case SCREAMING_CASE",
    "__init__ $var @decorator #hash %percent &and *star",
    "0xDEADBEEF 0b1010 1_000_000 3.14f 1e+6",
    "^[a-z]+(?:\\.[a-z]+)*$",
    "git commit -m \"one\" && echo $?",
    "    ",
    "\n    \n",
    "if x:\n\tpass\nelse:\n    pass",
]

SYMBOLS = [
    "∀x∈ℝ: x² ≥ 0 ⇒ ∃y≤x",
    "∑∏∫√∞≈≠±×÷",
    "←→↑↓⇒⇔",
    "┌─┬─┐│ │└─┴─┘",
    "█▓▒░ ▁▂▃▄",
    "•‣◦▪▫",
    "§¶†‡",
    "¡¿·¸¨´`^~",
    "⠓⠑⠇⠇⠕",
    "♔♕♖ ♠♥♦♣",
    "=========",
    "----------------",
    "**********",
    "~~~~~~ ______",
]


def long_cases():
    return [
        "pneumonoultramicroscopicsilicovolcanoconiosis" * 4,
        "x" * 300,
        "ab" * 150,
        "é" * 100,
        "日本" * 60,
        "😀" * 40,
        " " * 40,
        "\n" * 20,
        "a " * 60,
        "0" * 70,
        " ".join(corpus()[:12]),
        "\n".join(corpus()[-12:]),
        "".join(corpus()[20].split()) * 3,
    ]


def random_cases():
    """Mixtures no person would write, the same ones every time."""
    rng = random.Random(11)
    pieces = [" ", "  ", "\n", "\t", "a", "the", "não", "▁", "é", "e\u0301", "😀", "👩‍🚀", "日", "ﬁ", "Ａ", "\x00", "\u00a0", "\u3000", "\ufeff", "\u0085", "9", "42", "<s>", "<sep>", "'s", "...", "ß", "\u200b", "ж", "ا", "\u0301", "🇧🇷", "<|endoftext|>"]
    return ["".join(rng.choice(pieces) for _ in range(rng.randrange(2, 16))) for _ in range(60)]
