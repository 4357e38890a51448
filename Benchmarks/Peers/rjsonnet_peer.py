"""The generated lab's objects by rjsonnet: python3 rjsonnet_peer.py SERVICES FOLDER."""
import json
import os
import sys

import rjsonnet

count, folder = sys.argv[1], sys.argv[2]
here = os.path.dirname(os.path.abspath(__file__))
text = rjsonnet.evaluate_file(os.path.join(here, "objects.jsonnet"), tla_codes={"count": count})
os.makedirs(folder, exist_ok=True)
with open(os.path.join(folder, "objects.json"), "w") as out:
    out.write(text)
