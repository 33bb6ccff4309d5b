package org.egnytereceiver.work;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/**
 * Takes work from the queue. The message is taken outside of any transaction: it only says where to look, so losing or
 * doubling one does no harm, and no two-phase commit is needed.
 */
@MessageDriven(name = "WorkListener", activationConfig = {
        @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
        @ActivationConfigProperty(propertyName = "destination", propertyValue = WorkMessage.QUEUE),
        @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
        @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "4")})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WorkListener implements MessageListener {

    @Inject
    Workbench workbench;

    @Override
    public void onMessage(Message message) {
        try {
            workbench.work(WorkMessage.ids(message.getBody(String.class)));
        } catch (JMSException unreadable) {
            throw new IllegalStateException("A message on " + WorkMessage.QUEUE + " is not ours", unreadable);
        }
    }
}
