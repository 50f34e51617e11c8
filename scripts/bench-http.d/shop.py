"""What a Python shop has: FastAPI checks an order, keeps it, and lets Celery enqueue its three tasks."""

import json
import os
from decimal import Decimal
from typing import Any, Dict, List, Optional

import redis
from celery import Celery
from celery.result import AsyncResult
from fastapi import FastAPI, HTTPException
from pydantic import BaseModel, Field, root_validator

URL = os.environ["BENCH_REDIS_URL"]
celery = Celery("shop", broker=URL, backend=URL)
store = redis.Redis.from_url(URL)
api = FastAPI()


class Item(BaseModel):
    product_id: int = Field(gt=0)
    product_name: str = Field(min_length=1)
    quantity: int = Field(ge=1)
    unit_price: Decimal = Field(ge=0)
    total_price: Decimal

    @root_validator(skip_on_failure=True)
    def adds_up(cls, values: Dict[str, Any]) -> Dict[str, Any]:
        if values["total_price"] != values["quantity"] * values["unit_price"]:
            raise ValueError("total_price must be quantity * unit_price")
        return values


class Address(BaseModel):
    name: str = Field(min_length=1)
    street: str = Field(min_length=1)
    city: str = Field(min_length=1)
    postal_code: str = Field(min_length=1)
    country: str = Field(min_length=1)
    phone: str = Field(min_length=1)


class Order(BaseModel):
    customer_email: str = Field(regex=r"^[^@\s]+@[^@\s]+$")
    customer_name: str = Field(min_length=1)
    items: List[Item] = Field(min_items=1)
    shipping_address: Address
    total_amount: Decimal = Field(ge=0)
    currency: Optional[str] = "KRW"

    @root_validator(skip_on_failure=True)
    def adds_up(cls, values: Dict[str, Any]) -> Dict[str, Any]:
        if values["total_amount"] != sum(item.total_price for item in values["items"]):
            raise ValueError("total_amount must be the sum of the items")
        return values


@celery.task(name="email", queue="email")
def email(order: Dict[str, Any]) -> None:
    """No worker runs here."""


@celery.task(name="invoice", queue="invoice")
def invoice(order: Dict[str, Any]) -> None:
    """No worker runs here."""


@celery.task(name="shipping", queue="shipping")
def shipping(order: Dict[str, Any]) -> None:
    """No worker runs here."""


@api.post("/orders", status_code=201)
def accept(order: Order) -> Dict[str, Any]:
    number = store.incr("next")
    kept = json.loads(order.json())
    kept["id"] = number
    store.set(f"order:{number}", json.dumps(kept))
    return {
        "order_id": number,
        "status": "confirmed",
        "message": "accepted",
        "task_ids": {
            "email_task": email.delay(kept).id,
            "invoice_task": invoice.delay(kept).id,
            "shipping_task": shipping.delay(kept).id,
        },
    }


@api.get("/tasks/{task}")
def show(task: str) -> Dict[str, Any]:
    result = AsyncResult(task, app=celery)
    state = result.state
    if state == "PENDING":
        return {"state": state, "status": "waiting"}
    if state == "FAILURE":
        raise HTTPException(500, str(result.info))
    return {"state": state, "result": result.result}


@api.get("/health")
def health() -> Dict[str, str]:
    return {"status": "ok"}
