package org.cotejo.node.witness;

import java.nio.charset.StandardCharsets;
import org.cotejo.node.web.Reply;
import org.cotejo.node.web.Request;
import org.cotejo.node.web.Service;
import org.cotejo.tlog.Vkey;

/**
 * The addresses of a witness: {@code POST /add-checkpoint}, {@code GET /<hex>/checkpoint}, and at {@code /} who it is, in plain words.
 */
public record WitnessService(LogWitness witness) implements Service {
    private static final int HEX = 64;
    private static final String TEXT = "text/plain; charset=utf-8";

    @Override
    public Reply answer(Request request) {
        String path = request.path();
        if (path.equals("/add-checkpoint")) {
            return request.method().equals("POST")
                    ? bytes(witness.addCheckpoint(request.body()))
                    : Reply.text(405, "add-checkpoint is asked with POST");
        }
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Reply.text(405, "this address is read with GET");
        }
        if (path.endsWith("/checkpoint") && path.length() == 1 + HEX + "/checkpoint".length()) {
            return bytes(witness.checkpoint(path.substring(1, 1 + HEX)));
        }
        return path.equals("/")
                ? new Reply.Bytes(200, TEXT, words().getBytes(StandardCharsets.UTF_8))
                : Reply.text(404, "there is nothing here");
    }

    private static Reply bytes(LogWitness.Answered answered) {
        return new Reply.Bytes(answered.status(), answered.type(), answered.body());
    }

    private String words() {
        StringBuilder text = new StringBuilder("A log witness (C2SP tlog-witness). Un testigo de registros.\n\n");
        for (Vkey key : witness.vkeys()) {
            text.append("key      ").append(key).append('\n');
        }
        for (String origin : witness.origins()) {
            text.append("log      ").append(origin).append('\n');
        }
        for (Held held : witness.held()) {
            text.append("cosigned ").append(held.checkpoint().origin()).append(", ");
            text.append(held.checkpoint().size()).append(" entries, ");
            text.append(java.time.Instant.ofEpochSecond(held.seconds())).append('\n');
        }
        return text.toString();
    }
}
