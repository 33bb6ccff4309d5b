package org.egnytereceiver.example;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.egnytereceiver.event.connect.FileSystemEvent.FileMoved;
import org.egnytereceiver.work.Work;

/** A handler: keeps a list of the files that were moved, each once. */
@ApplicationScoped
public class MovedFiles {

    @PersistenceContext
    EntityManager entities;

    void keep(@Observes @Work FileMoved moved) {
        entities.createNativeQuery("insert into moved_file (event_id, moved_from, moved_to) values (?1, ?2, ?3)")
                .setParameter(1, moved.key().eventId()).setParameter(2, moved.data().sourcePath())
                .setParameter(3, moved.data().targetPath()).executeUpdate();
    }
}
