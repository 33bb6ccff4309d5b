package org.egnytereceiver.system;

import java.io.File;
import org.egnytereceiver.example.MovedFiles;
import org.egnytereceiver.system.handler.MovedFilesPage;
import org.egnytereceiver.system.handler.PoisonedFolder;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** The receiver as it is shipped, with two handlers added, seen from outside. */
@ExtendWith({TestServer.class, ArquillianExtension.class})
abstract class SystemTest {

    final Receiver receiver = TestServer.receiver();

    @Deployment(testable = false)
    static WebArchive receiverWithHandlers() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/egnyte.war"))
                .addClasses(MovedFiles.class, PoisonedFolder.class, MovedFilesPage.class)
                .addAsResource("system/moved_file.sql", "db/migration/common/R__moved_file.sql");
    }
}
