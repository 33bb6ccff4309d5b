/** The moments of the receiver's life, announced on the CDI bus. It knows no capability. */
package org.egnytereceiver.lifecycle;
