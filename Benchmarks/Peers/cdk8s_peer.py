"""The generated lab's objects by cdk8s: python3 cdk8s_peer.py SERVICES FOLDER."""
import sys

from cdk8s import ApiObject, ApiObjectMetadata, App, Chart, JsonPatch

from objects import of_service

count = int(sys.argv[1])
app = App(outdir=sys.argv[2])
chart = Chart(app, "generated", disable_resource_name_hashes=True)
for number in range(count):
    for index, item in enumerate(of_service(number, count)):
        metadata = item["metadata"]
        made = ApiObject(
            chart, f"{number}-{index}", api_version=item["apiVersion"], kind=item["kind"],
            metadata=ApiObjectMetadata(
                name=metadata["name"], namespace=metadata["namespace"], labels=metadata["labels"]))
        body = "data" if "data" in item else "spec"
        made.add_json_patch(JsonPatch.add(f"/{body}", item[body]))
app.synth()
