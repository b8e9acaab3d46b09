package org.cotejo.app;

import java.nio.file.Path;
import java.util.List;
import org.cotejo.base.RefusedException;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.Reconciliation;
import org.jspecify.annotations.Nullable;

/** Which contests a command looks at. */
final class ContestChoice {
    private ContestChoice() {}

    /** The one with this id, or all; refuses an id that the election does not have. */
    static List<ContestResult> of(Reconciliation reconciliation, Path folder, @Nullable String id) {
        if (id == null) {
            return reconciliation.contests();
        }
        List<ContestResult> chosen = reconciliation.contests().stream()
                .filter(result -> result.contest().id().value().equals(id))
                .toList();
        if (chosen.isEmpty()) {
            String known = String.join(
                    " ",
                    reconciliation.contests().stream()
                            .map(result -> result.contest().id().value())
                            .toList());
            throw new RefusedException(AppProblem.NO_CONTEST.at(folder.toString(), id, known));
        }
        return chosen;
    }
}
