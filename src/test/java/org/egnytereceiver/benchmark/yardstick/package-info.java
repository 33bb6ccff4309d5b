/** What the receiver is compared with, packed as a WAR of its own by the benchmark. */
package org.egnytereceiver.benchmark.yardstick;
