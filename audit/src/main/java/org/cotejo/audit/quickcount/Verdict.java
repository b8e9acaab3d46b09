package org.cotejo.audit.quickcount;

import java.util.List;

/** Whether a quick count may be published, with each condition shown. */
public record Verdict(Call call, List<Condition> conditions) {
    /** What follows from the conditions. */
    public enum Call {
        /** All are met. */
        PUBLISH,
        /** Reports enough, but the lead is not larger than the error. */
        TOO_CLOSE,
        /** Reports are still missing that could change it. */
        NOT_YET
    }

    public Verdict {
        conditions = List.copyOf(conditions);
    }
}
