// Forms the replica set when it is not formed yet, and waits until it has a primary.
try {
  rs.status();
} catch (notYet) {
  rs.initiate({_id: "rs0", members: [{_id: 0, host: "mongo:27017"}]});
}
for (let tries = 0; tries < 60 && !db.hello().isWritablePrimary; tries++) {
  sleep(500);
}
if (!db.hello().isWritablePrimary) {
  print("no primary after 30 s");
  quit(1);
}
