/** Every meter and log key, one method per fact. */
package dev.readygate.telemetry;
