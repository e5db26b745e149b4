"""Loads folders that Lethe exported with transformers and peft, and says how far their numbers lie from
Lethe's. Development only; exports.test.ts writes the folders and judges what is found.

Reads from stdin: [{folder, base, ids, logprobs, last, text}], where `base` is the model that an adapter
stands beside, or null; `logprobs[i]` is that of ids[i + 1] given ids[0..i], in nats; `last` are
[id, logit] pairs after the last id; `text` is what the ids were made of, or null.
Prints as JSON, for each: {logprobs, logits, ids}: the largest differences, and what its tokenizer gives.
"""

import json
import sys

import torch
from peft import PeftModel
from transformers import AutoModelForCausalLM, AutoTokenizer


def loaded(folder, base):
    if base is None:
        return AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32)
    model = AutoModelForCausalLM.from_pretrained(base, dtype=torch.float32)
    return PeftModel.from_pretrained(model, folder)


@torch.no_grad()
def compared(case):
    model = loaded(case["folder"], case["base"]).eval()
    ids = torch.tensor([case["ids"]])
    logits = model(ids).logits[0].double()
    given = torch.log_softmax(logits[:-1], dim=-1).gather(1, ids[0, 1:, None])[:, 0]
    places = [place for place, _ in case["last"]]
    last = torch.tensor([logit for _, logit in case["last"]], dtype=torch.float64)
    text = case["text"]
    tokenizer = None if text is None else AutoTokenizer.from_pretrained(case["folder"])
    return {
        "logprobs": (given - torch.tensor(case["logprobs"], dtype=torch.float64)).abs().max().item(),
        "logits": (logits[-1, places] - last).abs().max().item(),
        "ids": None if tokenizer is None else tokenizer(text)["input_ids"],
    }


if __name__ == "__main__":
    torch.set_num_threads(1)
    print(json.dumps([compared(case) for case in json.load(sys.stdin)]))
