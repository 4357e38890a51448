"""The generated lab's objects by KCL: python3 kcl_peer.py SERVICES FOLDER."""
import json
import os
import sys

import kcl_lib.api as api

count, folder = sys.argv[1], sys.argv[2]
here = os.path.dirname(os.path.abspath(__file__))
arguments = api.ExecProgramArgs(
    k_filename_list=[os.path.join(here, "objects.k")], args=[api.Argument(name="count", value=count)])
result = api.API().exec_program(arguments)
if result.err_message:
    sys.exit(result.err_message)
os.makedirs(folder, exist_ok=True)
with open(os.path.join(folder, "objects.json"), "w") as out:
    json.dump(json.loads(result.json_result)["items"], out)
