/** What the tests add to the deployment. */
package org.egnytereceiver.system.handler;
