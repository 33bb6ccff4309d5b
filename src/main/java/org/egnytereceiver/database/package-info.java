/**
 * What differs between the databases we run on, and the migrations that own their schema. It knows no capability, and
 * every capability that stores something may use it.
 */
package org.egnytereceiver.database;
