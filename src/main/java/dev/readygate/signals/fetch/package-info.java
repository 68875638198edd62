/**
 * The safe fetcher: the one way out for every request that a policy causes. A policy's author chooses the address, so
 * each is resolved, checked against the installation's rules, and connected to at exactly the address that was checked.
 */
package dev.readygate.signals.fetch;
