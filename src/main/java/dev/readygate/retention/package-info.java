/** Which pieces of evidence and which waivers nobody needs any more. */
package dev.readygate.retention;
