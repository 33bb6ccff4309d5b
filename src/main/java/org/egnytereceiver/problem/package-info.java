/** How the receiver says no: RFC 9457 problem details, without internals. It knows no other package. */
package org.egnytereceiver.problem;
