/** How the city talks to the gateway: lean HTTP/1.1, because the driver shares its machine with what it drives. */
package ir.parvaneh.dev.city.wire;
