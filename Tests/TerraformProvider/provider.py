"""A stand-in for the Terraform provider bpg/proxmox: its schema, and no Proxmox behind it."""

from blocks import faults
from schema import PROVIDER, VIRTUAL_MACHINE
from tf.iface import Provider, Resource
from tf.runner import run_provider


class VirtualMachine(Resource):
    def __init__(self, provider):
        pass

    @classmethod
    def get_name(cls):
        return "vm"

    @classmethod
    def get_schema(cls):
        return VIRTUAL_MACHINE

    def validate(self, diags, type_name, config):
        super().validate(diags, type_name, config)
        for path, sentence in faults(VIRTUAL_MACHINE, config):
            diags.add_error(f"Invalid value for {path[-1]}", sentence, path=path)

    def read(self, ctx, current):
        return current

    def create(self, ctx, planned):
        self.refuse(ctx)

    def update(self, ctx, current, planned):
        self.refuse(ctx)

    def delete(self, ctx, current):
        self.refuse(ctx)

    def refuse(self, ctx):
        ctx.diagnostics.add_error("This is a stand-in for bpg/proxmox: plan is as far as it goes")


class Proxmox(Provider):
    def get_model_prefix(self):
        return "proxmox_virtual_environment_"

    def get_provider_schema(self, diags):
        return PROVIDER

    def full_name(self):
        return "bpg/proxmox"

    def validate_config(self, diags, config):
        for path, sentence in faults(PROVIDER, config):
            diags.add_error(f"Invalid value for {path[-1]}", sentence, path=path)

    def configure_provider(self, diags, config):
        pass

    def get_data_sources(self):
        return []

    def get_resources(self):
        return [VirtualMachine]


if __name__ == "__main__":
    run_provider(Proxmox())
