package org.cotejo.app;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.cotejo.base.RefusedException;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.Names;
import org.cotejo.dossier.Frame;
import org.cotejo.folder.ElectionFolder;

/** The election of which something is collected, as a folder states it. */
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

    /** Who collects, as {@code --custodian} names them; refused if the definition does not know them. */
    CustodianId custodian(String id) {
        if (!Names.idFault(id).isEmpty()
                || definition.custodian(new CustodianId(id)).isEmpty()) {
            String known = definition.custodians().stream()
                    .map(one -> one.id().value())
                    .collect(Collectors.joining(", "));
            throw new RefusedException(AppProblem.NO_SUCH_CUSTODIAN.at("--custodian", id, known));
        }
        return new CustodianId(id);
    }
}
