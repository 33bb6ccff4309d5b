package org.egnytereceiver.event.connect;

import org.egnytereceiver.event.Fields;

/** What can happen to the links by which files and folders are shared. */
public sealed interface LinkEvent extends ConnectEvent {

    record DownloadLinkCreated(Envelope envelope, Link data) implements LinkEvent {}

    record UploadLinkCreated(Envelope envelope, Link data) implements LinkEvent {}

    record DownloadLinkDeleted(Envelope envelope, Link data) implements LinkEvent {}

    record UploadLinkDeleted(Envelope envelope, Link data) implements LinkEvent {}

    /**
     * A link, as in the schema of Egnyte's Power Platform connector.
     *
     * @param sourcePath  what is shared, or where uploads go
     * @param linkURL  a secret: who holds it can often open the content
     */
    record Link(String sourcePath, String linkId, String linkType, String linkURL) {

        static Link from(Fields data) {
            return new Link(
                    data.required().text("sourcePath"),
                    data.required().id("linkId"),
                    data.text("linkType"),
                    data.text("linkURL"));
        }

        /* The id is the end of the address, so it is no less a secret. */
        @Override
        public String toString() {
            return "Link[sourcePath=" + sourcePath + ", linkId=***, linkType=" + linkType + ", linkURL=***]";
        }
    }
}
