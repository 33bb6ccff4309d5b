/**
 * Who may use the people's side, and in what role: by accounts of the receiver's own, of the server's realm, or of an
 * OpenID Connect provider. It slows down whoever guesses. It shares nothing with the feeds and their secrets.
 */
package org.egnytereceiver.accounts;
