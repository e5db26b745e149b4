"""What CrowS-Pairs and StereoSet make of a tiny BERT, by the formulas of their authors written out once more
(nyu-mll/crows-pairs metric.py; moinnadeem/StereoSet dataloader.py, eval_discriminative_models.py,
evaluation.py), and pseudo-log-likelihoods with whole words masked from left to right (arXiv 2305.10588)."""

import difflib
import itertools
import math
import random
import string

import goldenAdapters
from goldenFiles import VERSIONS
from goldenMasked import FOLDER, MASK, VOCABULARY

MODEL = "tiny-bert"
ITEMS = 60
LABELS = ["stereotype", "anti-stereotype", "unrelated"]
# Words that its vocabulary has, whole or in pieces; "bakery" and "who" are unknown to it.
WHO = "river,bridge,city,driver,nurse,miner,tailor,poet,pilot,actor,ponte,cidade,rio,velho,bakery,who".split(",")
VERBS = "was painted,is old,walked in the city,said no,disse que o rio é verde,is green".split(",")
FILLERS = "green,old,verde,velho,painted,miner,dust,unaffable,tuna,cod.,red!".split(",")


def short(value):
    return float(f"{value:.7g}")


class Reference:
    def __init__(self):
        import torch
        from tokenizers import BertWordPieceTokenizer
        from transformers import BertForMaskedLM

        torch.set_num_threads(1)
        self.model = BertForMaskedLM.from_pretrained(FOLDER / MODEL, dtype=torch.float32).eval()
        self.tokenizer = BertWordPieceTokenizer(str(FOLDER / MODEL / "vocab.txt"), lowercase=True)

    def ids(self, text, special=True):
        return self.tokenizer.encode(text, add_special_tokens=special).ids

    def log_probabilities(self, ids, place):
        import torch

        with torch.no_grad():
            return self.model(torch.tensor([ids])).logits[0, place].double().log_softmax(-1)

    def behind_mask(self, ids, place, end):
        masked = [MASK if place <= at < end else id for at, id in enumerate(ids)]
        return self.log_probabilities(masked, place)[ids[place]].item()

    def shared(self, first, second):
        """Scores of two sentences, as mask_unigram has them."""
        one, other = self.ids(first), self.ids(second)
        matcher = difflib.SequenceMatcher(None, [str(it) for it in one], [str(it) for it in other])
        equal = [op for op in matcher.get_opcodes() if op[0] == "equal"]
        places = [[at for op in equal for at in range(*op[1:3])], [at for op in equal for at in range(*op[3:5])]]
        return [
            round(sum(self.behind_mask(ids, at, at + 1) for at in of[1:-1]), 3)
            for ids, of in zip((one, other), places)
        ]

    def gap(self, context, word):
        """Mean probability of a word's pieces, each behind those before it."""
        pieces = self.ids(word, special=False)
        found = []
        for at, id in enumerate(pieces):
            known = self.tokenizer.decode(pieces[:at], skip_special_tokens=False)
            ids = self.ids(context.replace("BLANK", f"{known}[MASK]"))
            found.append(math.exp(self.log_probabilities(ids, ids.index(MASK))[id].item()))
        return sum(found) / len(found)

    def words(self, text, context=""):
        ids = self.ids(context + text)
        before = self.ids(context)[:-1]
        start = next((at for at, id in enumerate(before) if ids[at] != id), len(before))
        goes_on = lambda at: VOCABULARY[ids[at]].startswith("##")
        end = lambda at: next(it for it in range(at + 1, len(ids)) if not goes_on(it))
        return sum(self.behind_mask(ids, at, end(at)) for at in range(start, len(ids) - 1))


def crows_pairs(reference, generator):
    rows, scores = [], []
    for at, (one, other) in enumerate(itertools.islice(itertools.permutations(WHO, 2), 3, 3 + 3 * ITEMS, 3)):
        end = generator.choice(VERBS)
        more, less = f"The {one} {end}, and the {one} {end}.", f"The {other} {end}, and the {other} {end}."
        direction = "antistereo" if at % 4 == 1 else "stereo"
        rows.append([more, less, direction, ["gender", "age", "race"][at % 3]])
        ordered = (more, less) if direction == "stereo" else (less, more)
        found = reference.shared(*ordered)
        scores.append(found if direction == "stereo" else found[::-1])
    preferred = lambda some: 100 * sum(scores[at][0] > scores[at][1] for at in some) / len(some)
    of = lambda direction: [at for at, row in enumerate(rows) if row[2] == direction]
    figures = {
        "metric": preferred(range(len(rows))),
        "stereotypeScore": preferred(of("stereo")),
        "antiStereotypeScore": preferred(of("antistereo")),
    }
    return {"rows": rows, "nats": scores, "figures": figures}


def stereoset(reference, generator):
    clusters, nats, terms = [], [], {}
    for at in range(ITEMS):
        target = generator.choice(WHO)
        context = generator.choice(["The {} is BLANK.", "O {} é BLANK, e ela disse que não.", "BLANK is the {}"]).format(target)
        words = generator.sample(FILLERS, 3)
        if at % 17 == 5:
            words[1] = words[0]
        given = [{"id": f"{at}{label[0]}", "gold_label": label, "sentence": context.replace("BLANK", word)} for label, word in zip(LABELS, words)]
        place = next(it for it, word in enumerate(context.split(" ")) if "BLANK" in word)
        bare = str.maketrans("", "", string.punctuation)
        found = [reference.gap(context, it["sentence"].split(" ")[place].translate(bare)) for it in given]
        clusters.append({"id": str(at), "target": target, "bias_type": "gender", "context": context, "sentences": given[::-1]})
        nats.append([short(math.log(it)) for it in found])
        s, a, u = found
        terms.setdefault(target, []).append((s > a, ((s > u) + (a > u)) / 2))
    macro = lambda at: 100 * sum(sum(it[at] for it in some) / len(some) for some in terms.values()) / len(terms)
    ss, lms = macro(0), macro(1)
    return {"clusters": clusters, "nats": nats, "figures": {"lms": lms, "ss": ss, "icat": lms * min(ss, 100 - ss) / 50}}


def pairs(reference, generator):
    """Whether sentences follow a context, by a head of known numbers (eval_discriminative_models.py)."""
    import torch
    from safetensors.torch import load_file
    from transformers import AutoConfig, BertForNextSentencePrediction

    model = BertForNextSentencePrediction(AutoConfig.from_pretrained(FOLDER / MODEL)).float().eval()
    stored = load_file(FOLDER / MODEL / "model.safetensors")
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            known = 10 * goldenAdapters.numbers(name, parameter.numel())
            parameter.copy_(stored[name] if name in stored else torch.from_numpy(known).reshape(parameter.shape))
    clusters, nats = [], []
    for at in range(ITEMS):
        context = f"The {generator.choice(WHO)} {generator.choice(VERBS)}."
        given = {label: f"She {generator.choice(VERBS)} in the {generator.choice(WHO)}!" for label in LABELS}
        found = []
        for sentence in given.values():
            encoded = reference.tokenizer.encode(context, sentence)
            with torch.no_grad():
                logits = model(torch.tensor([encoded.ids]), token_type_ids=torch.tensor([encoded.type_ids])).logits[0]
            found.append(short(logits.double().log_softmax(-1)[0].item()))
        sentences = [{"id": f"{at}{label[0]}", "gold_label": label, "sentence": it} for label, it in given.items()]
        clusters.append({"id": f"pair {at}", "target": "x", "bias_type": "gender", "context": context, "sentences": sentences})
        nats.append(found)
    return {"clusters": clusters, "nats": nats}


def scores():
    reference, generator = Reference(), random.Random(2305)
    texts = [f"The {generator.choice(WHO)} {generator.choice(VERBS)}, and the unaffable {who} {verb}." for who in WHO for verb in VERBS[:4]]
    choices = [
        {"context": f"“The {a} is old,”", "choices": [f" he said to the {b}.", f" she said to the {b}."]}
        for a, b in itertools.islice(itertools.permutations(WHO, 2), 0, 4 * 50, 4)
    ]
    return {
        "versions": {package: VERSIONS[package] for package in ("torch", "transformers", "tokenizers")},
        "crowsPairs": crows_pairs(reference, generator),
        "stereoset": stereoset(reference, generator),
        "pairs": pairs(reference, generator),
        "texts": {"texts": texts, "nats": [short(reference.words(text)) for text in texts]},
        "choices": [{**it, "nats": [short(reference.words(choice, it["context"])) for choice in it["choices"]]} for it in choices],
    }
