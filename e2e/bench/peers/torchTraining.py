"""The other one: the same model, step and optimizer in PyTorch, adapters by peft. Same lines, same answers."""

import resource
import sys
import time

import torch
from transformers import AutoModelForCausalLM

folder, method = sys.argv[1:3]
tokens, threads, rows = (int(count) for count in sys.argv[3:6])
torch.set_num_threads(threads)
model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32)
for module in model.modules():
    if isinstance(module, torch.nn.Dropout):
        module.p = 0.0
vocabulary = model.config.vocab_size
if method == "lora":
    from peft import LoraConfig, get_peft_model

    model = get_peft_model(
        model, LoraConfig(r=8, lora_alpha=16, target_modules=["c_attn"], fan_in_fan_out=True)
    )
model.train()
learned = [parameter for parameter in model.parameters() if parameter.requires_grad]
optimizer = torch.optim.AdamW(learned, lr=1e-5, weight_decay=0.01)
ids = torch.tensor([[(at * 7919) % vocabulary for at in range(tokens)]] * rows)
left, right, product = (torch.full((2048, 2048), 0.5) for _ in range(3))


def step():
    optimizer.zero_grad()
    model(ids, labels=ids, use_cache=False).loss.backward()
    torch.nn.utils.clip_grad_norm_(learned, 1.0)
    optimizer.step()


work = {"step": step, "matmul": lambda: torch.mm(left, right, out=product)}
for line in sys.stdin:
    started = time.perf_counter()
    if line.strip() == "memory":
        answer = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    else:
        work[line.strip()]()
        answer = (time.perf_counter() - started) * 1000
    print(answer, flush=True)
