/** Pure: selects evidence and waivers that are no longer needed. */
package dev.readygate.retention;
