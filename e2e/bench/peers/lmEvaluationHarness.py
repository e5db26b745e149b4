"""The other one: the same sentences as requests for log-likelihoods to EleutherAI's lm-evaluation-harness.

Answers a line of JSON ({sentences: a file, batch: rows of a pass}) with one: seconds, the log-likelihood of
each sentence in nats, and the largest memory so far in bytes.
"""

import json
import os
import resource
import sys
import time
from pathlib import Path

# What libraries print is no answer.
answers = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)
os.environ["TOKENIZERS_PARALLELISM"] = "true"

import torch
from lm_eval.api.instance import Instance
from lm_eval.models.huggingface import HFLM
from transformers import LlamaTokenizer

folder, threads = sys.argv[1:3]
torch.set_num_threads(int(threads))
# As the engine of an audit does.
os.nice(10)
# Without a file that says whose it is, a tokenizer.model is not split as the model learned it.
is_llama = Path(folder, "tokenizer.model").exists()
tokenizer = LlamaTokenizer.from_pretrained(folder) if is_llama else None
model = HFLM(pretrained=folder, tokenizer=tokenizer, device="cpu", dtype="float32", batch_size=1)

for line in sys.stdin:
    asked = json.loads(line)
    with open(asked["sentences"], encoding="utf-8") as file:
        sentences = json.load(file)
    model.batch_size_per_gpu = asked["batch"]
    started = time.perf_counter()
    requests = [
        Instance(request_type="loglikelihood", doc={}, arguments=("", sentence), idx=at)
        for at, sentence in enumerate(sentences)
    ]
    found = model.loglikelihood(requests, disable_tqdm=True)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    nats = [float(score) for score, _ in found]
    print(json.dumps({"seconds": seconds, "nats": nats, "peakBytes": peak}), file=answers, flush=True)
