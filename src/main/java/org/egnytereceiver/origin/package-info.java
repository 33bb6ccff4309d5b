/**
 * Where a request comes from, through whatever proxies of our own. Both sides ask it, the webhook entrance and people's;
 * it knows neither.
 */
package org.egnytereceiver.origin;
