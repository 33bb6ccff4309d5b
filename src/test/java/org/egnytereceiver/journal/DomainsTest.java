package org.egnytereceiver.journal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.junit.jupiter.api.Test;

class DomainsTest {

    @Test
    void remembersAfterTheCommit() throws NoSuchMethodException {
        var told = Domains.class.getDeclaredMethod("remember", Domains.Noted.class).getParameters()[0];
        assertThat(told.getAnnotation(Observes.class).during()).isEqualTo(TransactionPhase.AFTER_SUCCESS);
    }
}
