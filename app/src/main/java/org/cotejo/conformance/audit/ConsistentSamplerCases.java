package org.cotejo.conformance.audit;

import java.util.List;
import org.cotejo.audit.draw.ConsistentSampler;
import org.cotejo.audit.draw.Seed;
import org.cotejo.audit.draw.Ticket;
import org.cotejo.formats.text.JsonValue;

/** Rivest's consistent sampler: single steps and whole draws. */
final class ConsistentSamplerCases implements Method {
    private static final long DIGITS = 9;
    private static final long DIGITS_OF_PARTS = 18;

    @Override
    public String name() {
        return "sampler_consistent";
    }

    @Override
    public Computed recompute(Given given) {
        return switch (given.fn()) {
            case "sha256_uniform" ->
                Computed.of(ConsistentSampler.uniform(given.value().rawText()));
            case "first_fraction" ->
                Computed.of(
                        ConsistentSampler.first(seed(given), given.text("id")).number());
            case "next_fraction" ->
                Computed.of(ConsistentSampler.after(given.value().rawText()));
            case "trim" -> trimmed(given.value().list());
            case "sampler" -> rows(draw(given), given.whole("digits", DIGITS));
            case "sampler_ids" ->
                Computed.of(draw(given).stream()
                        .map(ticket -> Computed.of(ticket.id()))
                        .toList());
            case "first_then_next" -> three(ConsistentSampler.first(seed(given), given.text("id")));
            case "consistency" -> parts(given);
            default -> throw new IllegalArgumentException("the unknown function " + given.fn());
        };
    }

    private static Seed seed(Given given) {
        return Seed.ofOthers(given.text("seed"));
    }

    private static Computed trimmed(List<JsonValue> arguments) {
        Ticket ticket = new Ticket(arguments.get(0).rawText(), "-", 1);
        return Computed.of(ticket.shown(Math.toIntExact(Given.whole(arguments.get(1)))));
    }

    private static List<Ticket> draw(Given given) {
        given.note("ids_note");
        List<String> ids = given.texts("ids");
        int take = Math.toIntExact(given.whole("take", ids.size()));
        return given.flag("with_replacement")
                ? ConsistentSampler.with(seed(given), ids, take)
                : ConsistentSampler.without(seed(given), ids, take);
    }

    private static Computed rows(List<Ticket> tickets, long digits) {
        return Computed.of(tickets.stream()
                .map(ticket -> Computed.of(List.of(
                        Computed.of(ticket.shown(Math.toIntExact(digits))),
                        Computed.of(ticket.id()),
                        Computed.of((double) ticket.generation()))))
                .toList());
    }

    private static Computed three(Ticket first) {
        Ticket second = ConsistentSampler.next(first);
        Ticket third = ConsistentSampler.next(second);
        return Computed.of(
                List.of(Computed.of(first.number()), Computed.of(second.number()), Computed.of(third.number())));
    }

    private static Computed parts(Given given) {
        List<String> whole = given.texts("ids");
        List<String> part = given.texts("subset");
        Computed.Members out = Computed.members();
        Computed.with(out, "whole", rows(ConsistentSampler.without(seed(given), whole, whole.size()), DIGITS_OF_PARTS));
        return Computed.with(
                out, "sub", rows(ConsistentSampler.without(seed(given), part, part.size()), DIGITS_OF_PARTS));
    }
}
