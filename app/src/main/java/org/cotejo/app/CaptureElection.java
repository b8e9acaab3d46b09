package org.cotejo.app;

import java.nio.file.Path;
import org.cotejo.base.RefusedException;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.dossier.Frame;
import org.cotejo.folder.ElectionFolder;

/** The election that captures are of, as a folder states it. */
record CaptureElection(ElectionFolder folder, Frame frame, ElectionDefinition definition) {
    static CaptureElection of(Path path) {
        ElectionFolder folder = ElectionFolder.open(path);
        Frame frame = folder.frame(folder.blocks());
        return new CaptureElection(
                folder,
                frame,
                frame.definition()
                        .orElseThrow(() -> new RefusedException(AppProblem.NO_DEFINITION.at(path.toString()))));
    }

    /** Refuses a body that the definition does not know. */
    static void check(ElectionDefinition definition, CustodianId custodian) {
        if (definition.custodian(custodian).isEmpty()) {
            throw new RefusedException(AppProblem.NO_SUCH_CUSTODIAN.at(
                    "--custodian",
                    custodian,
                    String.join(
                            ", ",
                            definition.custodians().stream()
                                    .map(one -> one.id().value())
                                    .toList())));
        }
    }
}
