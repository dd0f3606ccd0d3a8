/** Drives a city through its gateway: replays real logs, plays a small generated city, loads it, looks after it. */
package ir.parvaneh.dev.city;
