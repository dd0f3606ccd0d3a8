/** How the city talks to the gateway: a lean HTTP/1.1 client, because the driver shares its machine with what it drives. */
package ir.parvaneh.dev.city.wire;
