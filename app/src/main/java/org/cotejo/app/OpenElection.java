package org.cotejo.app;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.cotejo.base.RefusedException;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.Names;
import org.cotejo.dossier.Frame;
import org.cotejo.folder.ElectionFolder;

/** An election folder that was opened, and the definition that it must have. */
record OpenElection(ElectionFolder folder, Frame frame, ElectionDefinition definition) {
    /** Opens a folder; refused (APP-114) if it has no definition. */
    static OpenElection of(Path path) {
        ElectionFolder folder = ElectionFolder.open(path);
        Frame frame = folder.frame(folder.blocks());
        return new OpenElection(
                folder,
                frame,
                frame.definition()
                        .orElseThrow(() -> new RefusedException(AppProblem.NO_DEFINITION.at(path.toString()))));
    }

    /** The body that {@code --custodian} names; refused (APP-187) if the definition does not know it. */
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
